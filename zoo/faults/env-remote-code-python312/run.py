"""What the user runs."""

from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("novel-1b", trust_remote_code=True)
print(type(model))
