"""What the user runs."""

import torch
from safetensors.torch import load_file
from transformers import AutoConfig, AutoModelForCausalLM

with torch.device("meta"):
    model = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained("llama"))
model = model.to("cpu")
model.load_state_dict(load_file("llama/model.safetensors"))
