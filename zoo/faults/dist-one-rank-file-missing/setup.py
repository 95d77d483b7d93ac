"""Prepare the folder."""

from pathlib import Path

import torch

Path("data").mkdir()
torch.save(torch.randn(64, 8), "data/shard_0.pt")
Path("pretrain.py").write_text(
    """import os

import torch
import torch.distributed as dist


def main() -> None:
    dist.init_process_group("gloo")
    rank = dist.get_rank()
    data = torch.load(f"data/shard_{rank}.pt")
    model = torch.nn.parallel.DistributedDataParallel(torch.nn.Linear(8, 1))
    for step in range(50):
        model(data).mean().backward()
    dist.barrier()


if __name__ == "__main__":
    main()
"""
)
