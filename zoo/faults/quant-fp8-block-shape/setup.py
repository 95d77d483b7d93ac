"""Prepare the folder."""

import torch
from models import copy, edit_json
from safetensors.torch import load_file, save_file

folder = copy("llama-chat", "llama-fp8")
state = load_file(folder / "model.safetensors")
for name in list(state):
    if "proj" in name:
        weight = state[name]
        state[name] = weight.to(torch.float8_e4m3fn)
        rows, columns = (-(-n // 128) for n in weight.shape)
        state[name.replace(".weight", ".weight_scale_inv")] = torch.ones(rows, columns)
save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
edit_json(
    "llama-fp8/config.json",
    quantization_config={"quant_method": "fp8", "activation_scheme": "dynamic", "weight_block_size": [128, 128]},
)
