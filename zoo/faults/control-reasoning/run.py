"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("reasoner")
model = AutoModelForCausalLM.from_pretrained("reasoner")
inputs = tokenizer.apply_chat_template(
    [{"role": "user", "content": "Who wrote Hamlet?"}],
    add_generation_prompt=True,
    return_tensors="pt",
    return_dict=True,
)
output = model.generate(**inputs, max_new_tokens=100)
print(tokenizer.decode(output[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True))
