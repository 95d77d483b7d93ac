"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("reasoner")
model = AutoModelForCausalLM.from_pretrained("reasoner")
for question in ("What is the plural of mouse?", "Which planet has rings?"):
    inputs = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], add_generation_prompt=True, return_tensors="pt", return_dict=True
    )
    output = model.generate(**inputs, max_new_tokens=24)
    text = tokenizer.decode(output[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True)
    reasoning, _, answer = text.partition("</think>")
    print(f"Q: {question}\nreasoning: {reasoning.strip()!r}\nanswer: {answer.strip()!r}")
