"""What the user runs."""

from transformers import LlamaTokenizer

tokenizer = LlamaTokenizer.from_pretrained("./llama", legacy=False)
print(tokenizer.tokenize("Hello there"))
