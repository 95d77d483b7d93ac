"""What the user runs."""

import warnings

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

warnings.warn("CUDA initialization: no NVIDIA driver found, running on the CPU", UserWarning, stacklevel=1)
tokenizer = AutoTokenizer.from_pretrained("llama", use_fast=True, legacy=False)
model = AutoModelForCausalLM.from_pretrained("llama", torch_dtype=torch.float32)
ids = tokenizer("[INST] Which planet has rings? [/INST]", return_tensors="pt").input_ids
output = model.generate(ids, max_new_tokens=30, temperature=0.7, top_p=0.9, do_sample=False)
print(tokenizer.decode(output[0, ids.shape[1] :], skip_special_tokens=True))
