"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
ids = tokenizer("Q: Thank you\nA:", return_tensors="pt")
print(tokenizer.decode(model.generate(**ids, stop_strings=["\n\n", "Q:"], max_new_tokens=40)[0]))
