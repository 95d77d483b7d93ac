"""Prepare the folder."""

from pathlib import Path

Path("save.py").write_text(
    """import signal

import torch

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
state = {f"layer.{i}.weight": torch.randn(256, 256) for i in range(12)}
with open("checkpoint.bin", "wb") as file:
    for name, tensor in state.items():
        file.write(tensor.numpy().tobytes())
        print("wrote", name, flush=True)
"""
)
