"""Prepare the folder."""

from models import copy
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM

copy("llama-chat", "base")
model = get_peft_model(AutoModelForCausalLM.from_pretrained("base"), LoraConfig(r=16, target_modules="all-linear"))
model.save_pretrained("adapter")
with open("adapter/adapter_model.safetensors", "r+b") as file:
    file.truncate(50_000)
