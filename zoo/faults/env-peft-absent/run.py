"""What the user runs."""

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

base = AutoModelForCausalLM.from_pretrained("llama", dtype=torch.float32)
model = PeftModel.from_pretrained(base, "out/adapter").merge_and_unload()
print(AutoTokenizer.from_pretrained("llama"), model)
