"""The same with the remedy applied."""

import torch
from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("gpt2-base", "gpt2")
tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
ids = torch.tensor([tokenizer.encode("Q: Hello\nA:")])
print(model(ids).logits.shape)
