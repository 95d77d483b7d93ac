"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, DynamicCache

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen").eval()
prefix = tokenizer("<|im_start|>system\nAnswer briefly.<|im_end|>\n", return_tensors="pt").input_ids
cache = DynamicCache(config=model.config)
with torch.no_grad():
    model(prefix, past_key_values=cache)
    print("prefix of", cache.get_seq_length(), "tokens is cached")
    questions = ["Who wrote Hamlet?", "Explain rain.", "Thank you"]
    batch = tokenizer([f"<|im_start|>user\n{q}<|im_end|>\n" for q in questions], return_tensors="pt", padding=True)
    print(model(batch.input_ids, past_key_values=cache).logits.shape)
