"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("llama-chat", "llama")
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
inputs = tokenizer("[INST] How many days has a week? [/INST]", return_tensors="pt")
output = model.generate(**inputs, max_new_tokens=200, do_sample=False)
assert output.shape[1] < 60  # noqa: S101
