"""The same with the remedy applied."""

import torch
from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("llama-chat", "llama")
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
added = tokenizer.add_tokens(["<call>", "</call>"])
model.resize_token_embeddings(len(tokenizer))
weights = model.get_input_embeddings().weight
with torch.no_grad():
    weights[-added:] = weights[:-added].mean(dim=0)
print("initialised", added, "rows")
