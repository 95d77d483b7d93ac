"""What the user runs."""

from safetensors.torch import load_file
from transformers import AutoConfig, MistralForCausalLM

config = AutoConfig.from_pretrained("mistral")
model = MistralForCausalLM(config)
state = load_file("mistral/model.safetensors", device="cpu")
model.load_state_dict(state)
