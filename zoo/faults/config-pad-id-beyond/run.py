"""What the user runs."""

from transformers import LlamaForCausalLM

model = LlamaForCausalLM.from_pretrained("llama")
