"""What the user runs."""

import time

import torch
from torch.utils.data import DataLoader, Dataset


class Images(Dataset[torch.Tensor]):
    """Rows that are fetched when needed."""

    def __len__(self) -> int:
        return 16

    def __getitem__(self, index: int) -> torch.Tensor:
        if index == 9:
            time.sleep(60)
        return torch.full((4,), float(index))


for step, batch in enumerate(DataLoader(Images(), batch_size=4, num_workers=1, timeout=6)):
    print(f"step {step} {batch.mean().item():.1f}", flush=True)
