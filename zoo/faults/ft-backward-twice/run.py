"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("qwen").train()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5)
total = torch.zeros(())
for step in range(4):
    ids = torch.randint(0, 600, (2, 16))
    total = total + model(input_ids=ids, labels=ids).loss
    total.backward()
    optimizer.step()
    optimizer.zero_grad()
    print(step, total.item())
