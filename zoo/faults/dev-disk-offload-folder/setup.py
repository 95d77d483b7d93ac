"""Prepare the folder."""

import torch
from models import copy
from safetensors.torch import load_file

folder = copy("llama-chat", "llama")
torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
(folder / "model.safetensors").unlink()
