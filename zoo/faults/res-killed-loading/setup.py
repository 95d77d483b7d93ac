"""Prepare the folder."""

from pathlib import Path

Path("serve.py").write_text(
    """import torch
from transformers import LlamaConfig, LlamaForCausalLM

print("building the model in float32", flush=True)
config = LlamaConfig(vocab_size=32000, hidden_size=1024, intermediate_size=2816, num_hidden_layers=12, num_attention_heads=16)
torch.set_default_dtype(torch.float32)
model = LlamaForCausalLM(config)
print("ready:", model.num_parameters(), flush=True)
"""
)
