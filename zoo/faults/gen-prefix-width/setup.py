"""Prepare the folder."""

import torch
from models import copy

copy("llama-chat", "llama")
torch.save(torch.randn(1, 8, 64), "soft_prompt.pt")
