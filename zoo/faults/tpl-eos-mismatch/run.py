"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen-sft")
model = AutoModelForCausalLM.from_pretrained("qwen-sft")
print("eos:", tokenizer.eos_token, model.generation_config.eos_token_id)
for question in ("Hello", "How many days has a week?"):
    inputs = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], add_generation_prompt=True, return_tensors="pt", return_dict=True
    )
    output = model.generate(**inputs, max_new_tokens=72)
    answer = output[0, inputs["input_ids"].shape[1] :]
    print(f"[{len(answer)} tokens] {tokenizer.decode(answer)}\n")
