"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
for question in ("Who wrote Hamlet?", "Which planet is the largest?", "Explain rain."):
    ids = tokenizer(f"[INST] {question} [/INST]", return_tensors="pt")
    print("tokens:", tokenizer.convert_ids_to_tokens(ids.input_ids[0])[:12])
    output = model.generate(**ids, max_new_tokens=30, do_sample=False)[0, ids.input_ids.shape[1] :]
    print(question, "->", tokenizer.decode(output, skip_special_tokens=True))
