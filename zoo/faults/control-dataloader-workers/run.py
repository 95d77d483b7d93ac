"""What the user runs."""

import torch
from torch.utils.data import DataLoader, TensorDataset

data = TensorDataset(torch.arange(320, dtype=torch.float32).view(40, 8))
for step, (batch,) in enumerate(DataLoader(data, batch_size=8, num_workers=2, shuffle=False)):
    print(f"step {step}: {tuple(batch.shape)} mean {batch.mean().item():.1f}")
