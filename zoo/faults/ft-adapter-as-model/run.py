"""What the user runs."""

from transformers import AutoConfig, LlamaForCausalLM

config = AutoConfig.from_pretrained("my-adapter")
model = LlamaForCausalLM.from_pretrained("my-adapter", config=config)
