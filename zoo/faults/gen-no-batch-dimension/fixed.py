"""The same with the remedy applied."""

import torch
from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("llama-chat", "llama")
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
ids = torch.tensor(tokenizer.encode("[INST] Explain rain. [/INST]")).unsqueeze(0)
print(tokenizer.decode(model.generate(ids, max_new_tokens=50)[0]))
