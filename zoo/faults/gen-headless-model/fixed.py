"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("qwen2-chat", "qwen")
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
ids = tokenizer("Hello", return_tensors="pt")
print(tokenizer.decode(model.generate(**ids)[0]))
