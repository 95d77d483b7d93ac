"""Prepare the folder."""

import os
from pathlib import Path

import torch
from safetensors.torch import save_file

save_file({"a": torch.zeros(10)}, "model.safetensors")
header = b'{"w":{"dtype":"F32","shape":[600000000],"data_offsets":[0,2400000000]}}'
with open("model.safetensors", "wb") as file:
    file.write(len(header).to_bytes(8, "little") + header)
os.truncate("model.safetensors", 8 + len(header) + 2_400_000_000)
Path("load.py").write_text(
    """from safetensors.torch import load_file

print("loading model.safetensors (2.4 GB)", flush=True)
weights = load_file("model.safetensors")
print({name: tuple(tensor.shape) for name, tensor in weights.items()})
"""
)
