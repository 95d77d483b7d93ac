"""Prepare the folder."""

from pathlib import Path

Path("train.py").write_text(
    """import time

import torch
import torch.distributed as dist

dist.init_process_group("gloo")
rank = dist.get_rank()
print(f"rank {rank} loads the corpus", flush=True)
chunks = []
for part in range(40):
    chunks.append(torch.ones(5_000_000) * part)
    if part % 5 == 0:
        print(f"rank {rank} part {part}: {20 * (part + 1)} MB", flush=True)
    time.sleep(0.05)
dist.barrier()
print(f"rank {rank} training", flush=True)
"""
)
