"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

quant = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.float32)
tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2", quantization_config=quant)
for question in ("Which planet is the largest?", "Hello"):
    ids = tokenizer(f"Q: {question}\nA:", return_tensors="pt")
    print(tokenizer.decode(model.generate(**ids, max_new_tokens=16)[0], skip_special_tokens=True))
