"""What the user runs."""

import json
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("mistral")
model = AutoModelForCausalLM.from_pretrained("mistral", dtype=torch.bfloat16).train()
before = {name: p.detach().clone() for name, p in model.named_parameters()}
rows = [json.loads(line)["text"] for line in Path("train.jsonl").read_text().splitlines()]
batch = tokenizer(rows, return_tensors="pt", padding=True)
labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-7, weight_decay=0.0)
for step in range(20):
    loss = model(**batch, labels=labels).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    if step % 2 == 0:
        print({"step": step, "loss": round(loss.item(), 6), "lr": 1e-7, "dtype": str(model.dtype)})
changed = sum(int((p != before[name]).sum()) for name, p in model.named_parameters())
print(f"weights changed: {changed} of {model.num_parameters()}")
