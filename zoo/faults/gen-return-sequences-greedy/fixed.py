"""The same with the remedy applied."""

from models import copy
from transformers import AutoTokenizer, GPT2LMHeadModel

copy("gpt2-base", "gpt2")
tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = GPT2LMHeadModel.from_pretrained("gpt2")
batch = tokenizer("Q: Which planet", return_tensors="pt")
for ids in model.generate(**batch, num_return_sequences=4, num_beams=4, do_sample=False, max_new_tokens=12):
    print(tokenizer.decode(ids))
