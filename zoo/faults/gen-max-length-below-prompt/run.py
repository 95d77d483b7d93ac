"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
prompt = "Q: Who wrote Hamlet?\nA: Hamlet was written by William Shakespeare.\n\nQ: How many legs has a spider?\nA:"
ids = tokenizer(prompt, return_tensors="pt")
print(tokenizer.decode(model.generate(**ids, max_length=16)[0]))
