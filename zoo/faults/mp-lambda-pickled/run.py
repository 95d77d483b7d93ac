"""What the user runs."""

import torch
from torch.utils.data import DataLoader, TensorDataset

if __name__ == "__main__":
    data = TensorDataset(torch.randint(0, 90, (32, 8)))
    loader = DataLoader(
        data,
        8,
        num_workers=2,
        multiprocessing_context="spawn",
        collate_fn=lambda rows: torch.stack([r[0] for r in rows]),
    )
    print(sum(batch.sum().item() for batch in loader))
