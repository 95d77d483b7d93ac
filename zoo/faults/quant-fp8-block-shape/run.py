"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama-fp8")
model = AutoModelForCausalLM.from_pretrained("llama-fp8", device_map="cpu")
ids = tokenizer("[INST] Hello [/INST]", return_tensors="pt")
print(tokenizer.decode(model.generate(**ids, max_new_tokens=20)[0]))
