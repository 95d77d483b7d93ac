"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

model = AutoModelForCausalLM.from_pretrained("model")
tokenizer = AutoTokenizer.from_pretrained("model")
for question in ("What is the symbol of gold?", "Name the days of the week.", "Explain rain."):
    ids = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], add_generation_prompt=True, return_tensors="pt", return_dict=True
    )
    out = model.generate(**ids, max_new_tokens=60)
    print(question, "->", tokenizer.decode(out[0, ids["input_ids"].shape[1] :], skip_special_tokens=True))
