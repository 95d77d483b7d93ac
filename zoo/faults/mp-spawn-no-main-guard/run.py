"""What the user runs."""

import torch
from torch.utils.data import DataLoader, TensorDataset

data = TensorDataset(torch.arange(64).view(16, 4))
loader = DataLoader(data, batch_size=4, num_workers=1, multiprocessing_context="spawn")
for (batch,) in loader:
    print(batch.sum().item())
