"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("qwen", return_dict=False).train()
ids = torch.randint(0, 600, (2, 16))
outputs = model(input_ids=ids, labels=ids)
outputs.loss.backward()
