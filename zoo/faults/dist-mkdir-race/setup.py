"""Prepare the folder."""

from pathlib import Path

Path("finetune.py").write_text(
    """import os

import torch.distributed as dist

dist.init_process_group("gloo")
rank = int(os.environ["RANK"])
dist.barrier()
os.makedirs("outputs/run-7")
print(f"rank {rank} writes to outputs/run-7", flush=True)
dist.barrier()
"""
)
