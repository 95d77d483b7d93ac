"""The same with the remedy applied."""

import torch
from models import copy
from safetensors.torch import load_file
from transformers import AutoConfig, AutoModelForCausalLM

copy("llama-chat", "llama")
with torch.device("meta"):
    model = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained("llama"))
model.load_state_dict(load_file("llama/model.safetensors"), assign=True)
