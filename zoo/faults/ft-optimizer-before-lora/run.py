"""What the user runs."""

import json
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("mistral")
model = AutoModelForCausalLM.from_pretrained("mistral")
optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
model = get_peft_model(model, LoraConfig(r=8, lora_alpha=16, target_modules=["q_proj", "k_proj", "v_proj", "o_proj"]))
model.print_trainable_parameters()
rows = [json.loads(line)["text"] for line in Path("train.jsonl").read_text().splitlines()]
batch = tokenizer(rows, return_tensors="pt", padding=True)
labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
for epoch in range(12):
    loss = model(**batch, labels=labels).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    print(f"epoch {epoch}: loss {loss.item():.6f}")
