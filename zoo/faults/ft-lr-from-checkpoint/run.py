"""What the user runs."""

import json
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

LEARNING_RATE = 2e-4
tokenizer = AutoTokenizer.from_pretrained("mistral")
model = AutoModelForCausalLM.from_pretrained("mistral").train()
optimizer = torch.optim.AdamW(model.parameters(), lr=LEARNING_RATE)
optimizer.load_state_dict(torch.load("optimizer.pt"))
print(f"second stage, learning rate {LEARNING_RATE}")
rows = [json.loads(line)["text"] for line in Path("train.jsonl").read_text().splitlines()]
batch = tokenizer(rows, return_tensors="pt", padding=True)
labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
for step in range(12):
    loss = model(**batch, labels=labels).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    print(f"step {step} loss {loss.item():.5f} lr {optimizer.param_groups[0]['lr']}")
