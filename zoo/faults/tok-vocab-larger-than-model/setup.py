"""Prepare the folder."""

from models import copy
from transformers import AutoTokenizer

copy("llama-chat", "llama")
tokenizer = AutoTokenizer.from_pretrained("llama")
tokenizer.add_tokens(["[TOOL]", "[/TOOL]", "[THINK]"])
tokenizer.save_pretrained("llama")
