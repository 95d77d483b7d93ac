"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
ids = torch.Tensor([tokenizer.encode("Q: Hello\nA:")])
print(model(ids).logits.shape)
