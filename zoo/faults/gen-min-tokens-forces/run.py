"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
inputs = tokenizer("[INST] How many days has a week? [/INST]", return_tensors="pt")
output = model.generate(**inputs, min_new_tokens=150, max_new_tokens=200, do_sample=False)
print(tokenizer.decode(output[0], skip_special_tokens=True))
