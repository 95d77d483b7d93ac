"""The same with the remedy applied."""

import torch

model = torch.nn.Sequential(torch.nn.Linear(16, 32), torch.nn.Linear(32, 4))
model.load_state_dict(torch.load("last.pt")["model"])
print("resumed")
