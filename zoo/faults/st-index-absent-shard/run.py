"""What the user runs."""

from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("qwen", device_map="cpu")
print("loaded", model.config.model_type)
