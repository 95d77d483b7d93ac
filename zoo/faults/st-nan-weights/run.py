"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("merged")
model = AutoModelForCausalLM.from_pretrained("merged")
chat = [{"role": "user", "content": "How many legs has a spider?"}]
inputs = tokenizer.apply_chat_template(chat, add_generation_prompt=True, return_tensors="pt", return_dict=True)
output = model.generate(**inputs, do_sample=True, temperature=0.7, max_new_tokens=32)
print(tokenizer.decode(output[0]))
