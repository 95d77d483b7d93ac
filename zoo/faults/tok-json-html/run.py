"""What the user runs."""

from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
print(tokenizer.tokenize("How many months has a year?"))
