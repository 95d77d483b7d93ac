"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM

copy("llama-chat", "llama")
model = AutoModelForCausalLM.from_pretrained("llama", device_map="cpu", dtype="auto")
print(model.device)
