"""Prepare the folder."""

import torch
from models import chat_rows, copy
from transformers import AutoModelForCausalLM

copy("mistral-random", "mistral")
chat_rows("train.jsonl", 8, style="text")
model = AutoModelForCausalLM.from_pretrained("mistral")
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-9)
torch.save(optimizer.state_dict(), "optimizer.pt")
