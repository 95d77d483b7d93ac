"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
prompt = "[INST] Who wrote Hamlet? [/INST]"
output = model.generate(prompt, max_new_tokens=20)
print(tokenizer.decode(output[0]))
