"""What the user runs."""

import re

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("reasoner")
model = AutoModelForCausalLM.from_pretrained("reasoner")
for question in ("What is the symbol of iron?", "How many months has a year?"):
    inputs = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], add_generation_prompt=True, return_tensors="pt", return_dict=True
    )
    output = model.generate(**inputs, max_new_tokens=80)
    text = tokenizer.decode(output[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True)
    found = re.match(r"<think>(.*?)</think>(.*)", text, re.DOTALL)
    print({"question": question, "reasoning": found[1] if found else None, "content": found[2] if found else text})
