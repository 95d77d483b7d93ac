"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
for question in ("Who wrote Hamlet?", "What sound does a sheep make?", "Thank you"):
    prompt = tokenizer.apply_chat_template([{"role": "user", "content": question}], tokenize=False)
    print("--- prompt ---\n" + prompt + "--- output ---")
    ids = tokenizer(prompt, return_tensors="pt")
    print(
        tokenizer.decode(
            model.generate(**ids, max_new_tokens=40)[0, ids.input_ids.shape[1] :], skip_special_tokens=True
        )
    )
