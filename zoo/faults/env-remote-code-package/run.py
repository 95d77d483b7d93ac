"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("novel-2b", trust_remote_code=True, dtype=torch.float16)
print(type(model))
