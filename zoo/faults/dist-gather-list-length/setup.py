"""Prepare the folder."""

from pathlib import Path

Path("evaluate.py").write_text(
    """import torch
import torch.distributed as dist

dist.init_process_group("gloo")
rank = dist.get_rank()
losses = torch.tensor([0.5 + rank])
parts = [torch.zeros(1) for _ in range(2)] if rank == 0 else None
dist.gather(losses, parts, dst=0)
if rank == 0:
    print("mean loss", torch.cat(parts).mean().item())
"""
)
