"""The same with the remedy applied."""

import torch
from models import copy
from transformers import AutoModelForCausalLM

copy("llama-chat", "models/llama")
model = AutoModelForCausalLM.from_pretrained("models/llama", dtype=torch.float32, use_safetensors=True)
model.eval()
