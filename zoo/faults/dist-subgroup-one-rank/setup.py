"""Prepare the folder."""

from pathlib import Path

Path("train.py").write_text(
    """import datetime
import time

import torch.distributed as dist

limit = datetime.timedelta(seconds=8)
dist.init_process_group("gloo", timeout=limit)
rank = dist.get_rank()
if rank == 0:
    print("rank 0: making the group for evaluation", flush=True)
    group = dist.new_group([0, 1], timeout=limit)
    dist.barrier(group)
else:
    print("rank 1: training", flush=True)
    time.sleep(25)
"""
)
