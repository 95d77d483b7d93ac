"""What the user runs."""

import torch

checkpoint = torch.load("stage1.pt", map_location="cpu")
print("resuming at step", checkpoint["step"])
