"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

TEMPLATE = "### Instruction:\n{}\n\n### Response:\n"
tokenizer = AutoTokenizer.from_pretrained("qwen-chat")
model = AutoModelForCausalLM.from_pretrained("qwen-chat")
for question in ("How many legs has a spider?", "Explain rain.", "Which planet is the largest?"):
    prompt = TEMPLATE.format(question)
    ids = tokenizer(prompt, return_tensors="pt")
    output = model.generate(**ids, max_new_tokens=64, do_sample=False)
    print(tokenizer.decode(output[0], skip_special_tokens=True))
    print("=" * 30)
