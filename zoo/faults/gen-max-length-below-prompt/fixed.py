"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("gpt2-base", "gpt2")
tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
prompt = "Q: Who wrote Hamlet?\nA: Hamlet was written by William Shakespeare.\n\nQ: How many legs has a spider?\nA:"
ids = tokenizer(prompt, return_tensors="pt")
print(tokenizer.decode(model.generate(**ids, max_new_tokens=16)[0]))
