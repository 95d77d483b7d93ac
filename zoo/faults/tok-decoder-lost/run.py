"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("reasoner")
model = AutoModelForCausalLM.from_pretrained("reasoner")
for question in ("What is the symbol of gold?", "How do you say cheese in French?"):
    ids = tokenizer(f"<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
    output = model.generate(**ids, max_new_tokens=100)[0, ids.input_ids.shape[1] :]
    print(question, "->", tokenizer.decode(output, skip_special_tokens=True))
