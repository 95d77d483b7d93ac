"""Prepare the folder."""

from pathlib import Path

Path("train.py").write_text(
    """import torch
from torch.utils.data import DataLoader, Dataset


class Cached(Dataset):
    def __init__(self):
        self.cache = []

    def __len__(self):
        return 400

    def __getitem__(self, index):
        self.cache.append(torch.ones(2_000_000))
        return torch.tensor(index)


for step, batch in enumerate(DataLoader(Cached(), batch_size=4, num_workers=2)):
    if step % 5 == 0:
        print("step", step, flush=True)
"""
)
