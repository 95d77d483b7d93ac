"""What the user runs."""

from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("./qwen3", device_map="cpu")
