"""Prepare the folder."""

from pathlib import Path

Path("train.py").write_text(
    "import torch.distributed as dist\n\ndist.init_process_group('gloo')\ndist.barrier()\nprint('rank', dist.get_rank())\n"
)
