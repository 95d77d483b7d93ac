"""What the user runs."""

import torch

head = torch.load("head.pth", weights_only=False)
print(head(torch.zeros(1, 64)))
