"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama", dtype=torch.bfloat16, attn_implementation="flash_attention_2")
