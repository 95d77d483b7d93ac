"""The same with the remedy applied."""

import torch

down = torch.empty(8, 128)
torch.nn.init.orthogonal_(down)
print(down.bfloat16().shape)
