"""Prepare the folder."""

import torch

model = torch.nn.Sequential(torch.nn.Linear(16, 32), torch.nn.Linear(32, 4))
optimizer = torch.optim.AdamW(model.parameters())
torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 3}, "last.pt")
