"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM

copy("llama-chat", "llama")
model = AutoModelForCausalLM.from_pretrained("llama")
model.generation_config.temperature = 0.6
model.generation_config.top_p = 0.9
model.generation_config.do_sample = True
model.save_pretrained("out/final")
