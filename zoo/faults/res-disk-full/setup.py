"""Prepare the folder."""

from pathlib import Path

from models import copy

copy("llama-chat", "llama")
Path("finetune.py").write_text(
    """import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama")
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5)
ids = torch.randint(5, 600, (2, 32))
for step in range(2):
    loss = model(input_ids=ids, labels=ids).loss
    loss.backward()
    optimizer.step()
    print(f"step {step} loss {loss.item():.4f}", flush=True)
print("saving to scratch/checkpoint-2", flush=True)
model.save_pretrained("scratch/checkpoint-2")
"""
)
