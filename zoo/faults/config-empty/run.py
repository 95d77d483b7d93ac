"""What the user runs."""

from transformers import AutoConfig, AutoModelForCausalLM

config = AutoConfig.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama", config=config)
