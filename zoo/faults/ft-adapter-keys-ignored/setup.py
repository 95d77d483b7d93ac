"""Prepare the folder."""

import torch
from models import copy
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM, AutoTokenizer

torch.manual_seed(0)
copy("llama-chat", "llama")
tokenizer = AutoTokenizer.from_pretrained("llama")
model = get_peft_model(AutoModelForCausalLM.from_pretrained("llama"), LoraConfig(r=8, target_modules="all-linear"))
optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
ids = tokenizer("[INST] Hello [/INST] Monday is the day of gold.</s>", return_tensors="pt").input_ids
for _ in range(40):
    model(input_ids=ids, labels=ids).loss.backward()
    optimizer.step()
    optimizer.zero_grad()
model.save_pretrained("adapter")
path = "adapter/adapter_model.safetensors"
state = load_file(path)
save_file({k.replace("base_model.model.", "base_model.model._orig_mod."): v for k, v in state.items()}, path)
