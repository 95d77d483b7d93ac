"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
for question in ("Which planet has rings?", "Explain rain.", "Hello"):
    chat = [{"role": "user", "content": question}]
    inputs = tokenizer.apply_chat_template(chat, add_generation_prompt=True, return_tensors="pt", return_dict=True)
    output = model.generate(**inputs, max_new_tokens=80)
    print("Q:", question)
    print("A:", tokenizer.decode(output[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True))
