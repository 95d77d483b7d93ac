"""What the user runs."""

import json
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("mistral")
model = AutoModelForCausalLM.from_pretrained("mistral").train()
rows = [json.loads(line)["text"] for line in Path("train.jsonl").read_text().splitlines()]
batch = tokenizer(rows, return_tensors="pt", padding=True)
labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
for step in range(15):
    loss = model(**batch, labels=labels).loss
    loss.backward()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    print(f"step={step} loss={loss.item():.4f} grad_norm={norm.item():.3f} lr=1e-3")
torch.save(model.state_dict(), "final.pt")
print("saved final.pt")
