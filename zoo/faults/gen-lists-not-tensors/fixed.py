"""The same with the remedy applied."""

import torch
from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("mistral-random", "mistral")
tokenizer = AutoTokenizer.from_pretrained("mistral")
model = AutoModelForCausalLM.from_pretrained("mistral")
with torch.no_grad():
    logits = model(**tokenizer(["Hello there"], return_tensors="pt")).logits
print(logits.shape)
