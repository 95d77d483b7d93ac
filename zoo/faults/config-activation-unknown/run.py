"""What the user runs."""

from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama", attn_implementation="eager")
model.train()
