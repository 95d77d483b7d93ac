"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

model = AutoModelForCausalLM.from_pretrained("qwen")
tokenizer = AutoTokenizer.from_pretrained("qwen")
for text in ("Explain rain.", "Who wrote Hamlet?"):
    prompt = f"<|im_start|>user\n{text}<|im_end|>\n<|im_start|>assistant\n"
    ids = tokenizer(prompt, return_tensors="pt")
    answer = model.generate(**ids, max_new_tokens=40)[0, ids.input_ids.shape[1] :]
    print(f"{text!r} => {tokenizer.decode(answer)!r}")
