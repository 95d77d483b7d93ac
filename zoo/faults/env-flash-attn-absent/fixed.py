"""The same with the remedy applied."""

import torch
from models import copy
from transformers import AutoModelForCausalLM

copy("llama-chat", "llama")
AutoModelForCausalLM.from_pretrained("llama", dtype=torch.bfloat16, attn_implementation="sdpa")
