"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer, GenerationConfig

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
settings = GenerationConfig(max_new_tokens=48, repetition_penalty=8.0, eos_token_id=639, pad_token_id=637)
print(settings)
for question in ("Explain rain.", "What is the plural of mouse?"):
    inputs = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], add_generation_prompt=True, return_tensors="pt", return_dict=True
    )
    output = model.generate(**inputs, generation_config=settings)
    print("user     :", question)
    print("assistant:", tokenizer.decode(output[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True))
