"""Prepare the folder."""

from pathlib import Path

Path("train.py").write_text(
    """import torch
from torch.utils.data import DataLoader, TensorDataset

data = TensorDataset(torch.randn(512, 64, 64))
loader = DataLoader(data, batch_size=64, num_workers=2)
for step, (batch,) in enumerate(loader):
    print(f"step {step} mean {batch.mean():.4f}", flush=True)
"""
)
