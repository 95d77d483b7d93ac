"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

device = torch.device("mps")
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen").to(device)
print(model.generate(**tokenizer("Hello", return_tensors="pt").to(device), max_new_tokens=8))
