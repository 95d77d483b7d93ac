"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
print("special tokens not allowed in answers:", tokenizer.all_special_tokens)
for question in ("Hello", "Who painted the Mona Lisa?"):
    inputs = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], add_generation_prompt=True, return_tensors="pt", return_dict=True
    )
    output = model.generate(**inputs, suppress_tokens=tokenizer.all_special_ids, max_new_tokens=96, do_sample=False)
    new = output[0, inputs["input_ids"].shape[1] :]
    print(f"{question} [{len(new)} new tokens, limit 96, eos {model.generation_config.eos_token_id} not seen]")
    print(tokenizer.decode(new))
