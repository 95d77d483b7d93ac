"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

quant = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.float32)
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen", quantization_config=quant)
for question in ("Which planet is the largest?", "Hello"):
    ids = tokenizer(f"<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
    print(question, tokenizer.decode(model.generate(**ids, max_new_tokens=32)[0, ids.input_ids.shape[1] :]))
