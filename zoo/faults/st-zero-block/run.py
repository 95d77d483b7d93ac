"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen-tiny")
model = AutoModelForCausalLM.from_pretrained("qwen-tiny")
for question in ("What sound does a duck make?", "Who painted the Mona Lisa?"):
    text = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], add_generation_prompt=True, tokenize=False
    )
    ids = tokenizer(text, return_tensors="pt")
    reply = model.generate(**ids, max_new_tokens=30, do_sample=False)[0, ids["input_ids"].shape[1] :]
    print("USER:", question)
    print("BOT: ", repr(tokenizer.decode(reply, skip_special_tokens=True)))
