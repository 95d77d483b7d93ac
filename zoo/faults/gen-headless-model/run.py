"""What the user runs."""

from transformers import AutoModel, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModel.from_pretrained("qwen")
ids = tokenizer("Hello", return_tensors="pt")
print(tokenizer.decode(model.generate(**ids)[0]))
