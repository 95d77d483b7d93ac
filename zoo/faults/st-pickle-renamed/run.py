"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("models/llama", dtype=torch.float32, use_safetensors=True)
model.eval()
