"""What the user runs."""

from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama")
print(model.model.layers[0].self_attn)
