"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("llama-chat", "llama")
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
prompt = "[INST] Who wrote Hamlet? [/INST]"
output = model.generate(**tokenizer(prompt, return_tensors="pt"), max_new_tokens=20)
print(tokenizer.decode(output[0]))
