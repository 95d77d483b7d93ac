"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
draft = AutoModelForCausalLM.from_pretrained("draft")
ids = tokenizer("[INST] Explain rain. [/INST]", return_tensors="pt")
print(tokenizer.decode(model.generate(**ids, assistant_model=draft, max_new_tokens=40)[0]))
