"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("gpt2-base", "gpt2")
tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
ids = tokenizer("Q: Thank you\nA:", return_tensors="pt")
print(tokenizer.decode(model.generate(**ids, stop_strings=["\n\n"], tokenizer=tokenizer, max_new_tokens=40)[0]))
