"""What the user runs."""

from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama-tokenizer")
print(tokenizer("hello"))
