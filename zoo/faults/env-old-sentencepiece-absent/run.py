"""What the user runs."""

from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("./llama")
print(tokenizer("What is the plural of mouse?"))
