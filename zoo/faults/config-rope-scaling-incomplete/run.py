"""What the user runs."""

from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("qwen-long")
print("ready")
