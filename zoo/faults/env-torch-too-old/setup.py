"""Prepare the folder."""

from pathlib import Path

import torch
from models import copy
from safetensors.torch import load_file

folder = copy("gpt2-base", "gpt2")
torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
(folder / "model.safetensors").unlink()
info = Path("site/torch-2.4.1.dist-info")
info.mkdir(parents=True)
(info / "METADATA").write_text("Metadata-Version: 2.1\nName: torch\nVersion: 2.4.1\n")
