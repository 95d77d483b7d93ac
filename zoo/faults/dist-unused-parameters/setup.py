"""Prepare the folder."""

from pathlib import Path

Path("ddp.py").write_text(
    """import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel


class TwoHeads(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.body = torch.nn.Linear(12, 12)
        self.lm_head = torch.nn.Linear(12, 30)
        self.value_head = torch.nn.Linear(12, 1)

    def forward(self, x):
        return self.lm_head(self.body(x))


dist.init_process_group("gloo")
model = DistributedDataParallel(TwoHeads())
optimizer = torch.optim.AdamW(model.parameters())
for step in range(3):
    loss = model(torch.randn(4, 12)).logsumexp(-1).mean()
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    if dist.get_rank() == 0:
        print("step", step, loss.item(), flush=True)
"""
)
