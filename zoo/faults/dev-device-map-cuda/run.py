"""What the user runs."""

from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama", device_map="cuda:0", dtype="auto")
print(model.device)
