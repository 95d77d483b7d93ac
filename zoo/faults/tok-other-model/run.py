"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen-ft")
model = AutoModelForCausalLM.from_pretrained("qwen-ft")
for question in ("Who wrote Hamlet?", "How many legs has a spider?", "Thank you"):
    chat = [{"role": "user", "content": question}]
    inputs = tokenizer.apply_chat_template(chat, add_generation_prompt=True, return_tensors="pt", return_dict=True)
    output = model.generate(**inputs, max_new_tokens=32)
    print(f"Q: {question}")
    print(f"A: {tokenizer.decode(output[0][inputs['input_ids'].shape[1] :], skip_special_tokens=True)}")
