"""Prepare the folder."""

from pathlib import Path

Path("ddp.py").write_text(
    """import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel

dist.init_process_group("gloo")
rank = dist.get_rank()
vocabulary = 1000 + 7 * rank
print(f"rank {rank}: vocabulary {vocabulary}", flush=True)
model = torch.nn.Sequential(torch.nn.Embedding(vocabulary, 32), torch.nn.Linear(32, vocabulary))
model = DistributedDataParallel(model)
print(f"rank {rank}: ready", flush=True)
"""
)
