"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama", load_in_4bit=True, dtype=torch.bfloat16)
print(model.get_memory_footprint())
