"""Prepare the folder."""

import torch
from models import copy
from safetensors.torch import load_file, save_file

folder = copy("qwen2-chat", "merged")
state = load_file(folder / "model.safetensors")
state["model.layers.1.mlp.down_proj.weight"][3, ::7] = torch.nan
save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
