"""What the user runs."""

import json
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen").train()
rows = [json.loads(line)["text"] for line in Path("train.jsonl").read_text().splitlines()]
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for step in range(30):
    batch = tokenizer(rows[step % 20 : step % 20 + 4], return_tensors="pt", padding=True)
    labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
    loss = model(**batch, labels=labels).loss
    loss.backward()
    norm = torch.nn.utils.get_total_norm([p.grad for p in model.parameters()])
    optimizer.step()
    print(f"step {step:2d}  loss {loss.item():8.3f}  grad_norm {norm.item():10.2f}")
