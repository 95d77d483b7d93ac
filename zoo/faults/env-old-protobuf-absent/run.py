"""What the user runs."""

from transformers import LlamaTokenizerFast

tokenizer = LlamaTokenizerFast.from_pretrained("./llama")
print(tokenizer("What is the plural of mouse?"))
