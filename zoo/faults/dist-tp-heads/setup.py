"""Prepare the folder."""

from pathlib import Path

from models import copy

copy("llama-chat", "llama")
Path("serve.py").write_text(
    """import torch.distributed as dist
from transformers import AutoModelForCausalLM, AutoTokenizer

dist.init_process_group("gloo")
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama", tp_plan="auto")
ids = tokenizer("[INST] Hello [/INST]", return_tensors="pt")
print(tokenizer.decode(model.generate(**ids, max_new_tokens=16)[0]), flush=True)
"""
)
