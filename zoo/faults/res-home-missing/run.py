"""What the user runs."""

from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("custom", trust_remote_code=True)
print(type(model).__name__)
