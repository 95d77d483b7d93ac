"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama").eval()
model.forward = torch.compile(model.forward)
with torch.no_grad():
    print(model(torch.randint(5, 600, (1, 16))).logits.shape)
