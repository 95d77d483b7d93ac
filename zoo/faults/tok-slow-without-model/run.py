"""What the user runs."""

from transformers import LlamaTokenizer

tokenizer = LlamaTokenizer.from_pretrained("./llama", legacy=True)
print(tokenizer.tokenize("Hello there"))
