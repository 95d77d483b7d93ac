"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen-bf16")
model = AutoModelForCausalLM.from_pretrained("qwen-bf16", dtype=torch.float16)
print("dtype:", model.dtype)
for question in ("Explain rain.", "Who wrote Hamlet?"):
    inputs = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], add_generation_prompt=True, return_tensors="pt", return_dict=True
    )
    output = model.generate(**inputs, max_new_tokens=48, do_sample=False)
    print(question, "=>", tokenizer.decode(output[0, inputs["input_ids"].shape[1] :]))
