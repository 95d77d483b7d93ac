"""Prepare the folder."""

from models import copy
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM

copy("llama-chat", "base")
get_peft_model(AutoModelForCausalLM.from_pretrained("base"), LoraConfig(target_modules=["q_proj"])).save_pretrained(
    "my-adapter"
)
