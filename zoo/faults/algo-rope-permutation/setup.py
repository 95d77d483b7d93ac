"""Prepare the folder."""

from models import copy
from safetensors.torch import load_file, save_file

folder = copy("llama-chat", "llama-converted")
state = load_file(folder / "model.safetensors")
for name, weight in state.items():
    if "q_proj" in name or "k_proj" in name:
        rows, columns = weight.shape
        heads = rows // 32
        state[name] = weight.view(heads, 2, 16, columns).transpose(1, 2).reshape(rows, columns).contiguous()
save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
