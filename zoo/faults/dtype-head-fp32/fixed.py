"""The same with the remedy applied."""

import torch
from models import copy
from transformers import AutoModel, AutoTokenizer

copy("mistral-random", "mistral")
tokenizer = AutoTokenizer.from_pretrained("mistral")
base = AutoModel.from_pretrained("mistral", dtype=torch.bfloat16)
head = torch.nn.Linear(base.config.hidden_size, 2)
batch = tokenizer(["good", "very bad"], return_tensors="pt", padding=True)
with torch.no_grad():
    states = base(**batch).last_hidden_state[:, -1]
loss = torch.nn.functional.cross_entropy(head(states.float()), torch.tensor([1, 0]))
loss.backward()
