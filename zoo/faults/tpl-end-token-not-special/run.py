"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
for question in ("Hello", "What is the symbol of helium?"):
    inputs = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], add_generation_prompt=True, return_tensors="pt", return_dict=True
    )
    output = model.generate(**inputs, max_new_tokens=40)
    print(f"User: {question}")
    print("Bot:", tokenizer.decode(output[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True))
