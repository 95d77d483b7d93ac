"""What the user runs."""

import json
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
tokenizer.pad_token = tokenizer.unk_token
model = AutoModelForCausalLM.from_pretrained("llama").train()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
rows = [json.loads(line)["text"] for line in Path("train.jsonl").read_text().splitlines()]
batch = tokenizer(rows, return_tensors="pt", padding=True)
targets = batch["input_ids"][:, 1:].masked_fill(batch["attention_mask"][:, 1:] == 0, -100)
for step in range(10):
    logits = model(**batch).logits[:, :-1]
    loss = cross_entropy(logits.flatten(0, 1), targets.flatten(), reduction="sum")
    loss.backward()
    norm = torch.nn.utils.get_total_norm([p.grad for p in model.parameters()])
    optimizer.step()
    optimizer.zero_grad()
    print(f"step {step}: loss {loss.item():.1f}, grad_norm {norm.item():.4g}")
