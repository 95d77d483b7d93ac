"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama").train()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5)


@torch.no_grad()
def step(ids: torch.Tensor) -> float:
    """One step."""
    loss = model(input_ids=ids, labels=ids).loss
    loss.backward()
    optimizer.step()
    return loss.item()


for epoch in range(2):
    print(epoch, step(torch.randint(5, 600, (2, 16))))
