"""What the user runs."""

from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("./gpt2")
print(tokenizer.tokenize("Who wrote Hamlet?"))
