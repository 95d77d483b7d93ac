"""Prepare the folder."""

import torch
from models import copy, edit_json
from transformers import AutoModelForCausalLM, BitsAndBytesConfig

copy("llama-chat", "llama")
quant = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.float32)
AutoModelForCausalLM.from_pretrained("llama", quantization_config=quant).save_pretrained("llama-4bit")
edit_json("llama-4bit/config.json", quantization_config=...)
