"""Prepare the folder."""

from models import copy
from safetensors.torch import load_file, save_file

folder = copy("qwen2-chat", "qwen-bf16")
state = load_file(folder / "model.safetensors")
for layer in (0, 1):  # the norms divide it out again, so the function of the model hardly changes
    state[f"model.layers.{layer}.mlp.up_proj.weight"] *= 3e4
    state[f"model.layers.{layer}.mlp.down_proj.weight"] /= 3e4
save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
