"""Prepare the folder."""

from pathlib import Path

Path("train.py").write_text(
    """import os
import sys

import torch
import torch.distributed as dist

dist.init_process_group("gloo")
rank = dist.get_rank()
shards = ["part-0.jsonl"]
if rank >= len(shards):
    print(f"rank {rank}: nothing to do", flush=True)
    os._exit(0)
gradient = torch.ones(1000)
for step in range(20):
    dist.all_reduce(gradient)
    print(f"rank {rank}: step {step}", flush=True)
"""
)
