"""Prepare the folder."""

from pathlib import Path

Path("train.py").write_text(
    """import datetime

import torch
import torch.distributed as dist

dist.init_process_group("gloo", timeout=datetime.timedelta(seconds=8))
rank = dist.get_rank()
rows = list(range(9))[rank::2]
print(f"[rank {rank}] {len(rows)} batches", flush=True)
model = torch.nn.Linear(16, 16)
for i, row in enumerate(rows):
    loss = model(torch.full((4, 16), float(row))).square().mean()
    loss.backward()
    for p in model.parameters():
        dist.all_reduce(p.grad)
    print(f"[rank {rank}] step {i} loss {loss.item():.4f}", flush=True)
if rank == 1:
    import time

    print("[rank 1] epoch done, evaluating", flush=True)
    time.sleep(30)
dist.destroy_process_group()
"""
)
