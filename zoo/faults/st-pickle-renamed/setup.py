"""Prepare the folder."""

from pathlib import Path

import torch
from models import copy
from safetensors.torch import load_file

folder = copy("llama-chat", "models/llama")
torch.save(load_file(folder / "model.safetensors"), "weights.bin")
Path("weights.bin").rename(folder / "model.safetensors")
