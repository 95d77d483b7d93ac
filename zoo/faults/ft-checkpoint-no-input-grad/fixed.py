"""The same with the remedy applied."""

import torch
from torch.utils.checkpoint import checkpoint

embed = torch.nn.Embedding(300, 32)
embed.weight.requires_grad_(False)
block = torch.nn.TransformerEncoderLayer(32, 2, 64, dropout=0.0, batch_first=True)
states = checkpoint(block, embed(torch.randint(0, 300, (2, 16))), use_reentrant=False)
states.square().mean().backward()
