"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
for question in ("Thank you", "How many legs has a spider?"):
    ids = tokenizer(f"Q: {question}\nA:", return_tensors="pt")
    output = model.generate(**ids, max_new_tokens=90, do_sample=False)
    print(tokenizer.decode(output[0]))
    print("-----")
