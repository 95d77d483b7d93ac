"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("mistral")
model = AutoModelForCausalLM.from_pretrained("mistral")
with torch.no_grad():
    logits = model(**tokenizer(["Hello there"])).logits
print(logits.shape)
