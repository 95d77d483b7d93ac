"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
for question in ("Which planet is the smallest?", "What is the symbol of iron?"):
    messages = [{"role": "system", "content": "Answer briefly."}, {"role": "user", "content": question}]
    text = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    batch = tokenizer(text, return_tensors="pt", truncation=True, max_length=18)
    output = model.generate(**batch, max_new_tokens=40)
    print("question:", question)
    print("model input:", repr(tokenizer.decode(batch["input_ids"][0])))
    print("answer:", repr(tokenizer.decode(output[0, batch["input_ids"].shape[1] :], skip_special_tokens=True)))
