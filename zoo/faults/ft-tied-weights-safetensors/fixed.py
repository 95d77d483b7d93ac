"""The same with the remedy applied."""

from safetensors.torch import save_model
from transformers import GPT2Config, GPT2LMHeadModel

model = GPT2LMHeadModel(GPT2Config(vocab_size=300, n_positions=64, n_embd=64, n_layer=2, n_head=2))
save_model(model, "model.safetensors")
