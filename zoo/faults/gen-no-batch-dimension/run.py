"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
ids = torch.tensor(tokenizer.encode("[INST] Explain rain. [/INST]"))
print(tokenizer.decode(model.generate(ids, max_new_tokens=50)[0]))
