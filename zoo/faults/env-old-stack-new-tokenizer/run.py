"""What the user runs."""

from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("./qwen", use_fast=True)
print(tokenizer("Hello there"))
