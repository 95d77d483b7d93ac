"""Prepare the folder."""

from pathlib import Path

Path("prep.py").write_text(
    """import datetime
import time

import torch.distributed as dist

dist.init_process_group("gloo")
rank = dist.get_rank()
if rank == 2:
    print("rank 2: tokenising 48,000 rows", flush=True)
    time.sleep(25)
dist.monitored_barrier(timeout=datetime.timedelta(seconds=5))
print(f"rank {rank}: training", flush=True)
"""
)
