"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
prefix = torch.load("soft_prompt.pt")
ids = tokenizer("[INST] Hello [/INST]", return_tensors="pt").input_ids
embeddings = torch.cat([prefix, model.get_input_embeddings()(ids)], dim=1)
print(tokenizer.decode(model.generate(inputs_embeds=embeddings, max_new_tokens=20)[0]))
