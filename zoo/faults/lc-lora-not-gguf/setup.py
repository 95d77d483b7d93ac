"""Prepare the folder."""

from models import copy, gguf
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM

gguf("qwen2-chat", "tiny.gguf")
copy("qwen2-chat", "base")
get_peft_model(AutoModelForCausalLM.from_pretrained("base"), LoraConfig(target_modules=["q_proj"])).save_pretrained(
    "adapter"
)
