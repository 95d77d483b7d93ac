"""What the user runs."""

from transformers import AutoTokenizer, GPT2LMHeadModel

tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = GPT2LMHeadModel.from_pretrained("gpt2")
batch = tokenizer("Q: Which planet", return_tensors="pt")
for ids in model.generate(**batch, num_return_sequences=4, do_sample=False, max_new_tokens=12):
    print(tokenizer.decode(ids))
