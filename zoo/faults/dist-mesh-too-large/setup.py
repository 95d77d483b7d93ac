"""Prepare the folder."""

from pathlib import Path

Path("train.py").write_text(
    """import torch.distributed as dist
from torch.distributed.device_mesh import init_device_mesh

dist.init_process_group("gloo")
mesh = init_device_mesh("cpu", (2, 2), mesh_dim_names=("dp", "tp"))
print(mesh)
"""
)
