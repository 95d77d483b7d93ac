"""What the user runs."""

import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen", dtype=torch.get_default_dtype())
print(f"{model.dtype}, {model.get_memory_footprint() / 1e6:.1f} MB")
ids = tokenizer(["<|im_start|>user\nExplain rain.<|im_end|>\n<|im_start|>assistant\n"] * 32, return_tensors="pt")
start = time.time()
output = model.generate(**ids, max_new_tokens=64, do_sample=False)
seconds = time.time() - start
print(tokenizer.decode(output[0, ids.input_ids.shape[1] :], skip_special_tokens=True))
print(f"throughput: {output[:, ids.input_ids.shape[1] :].numel() / seconds:.0f} tokens/s, expected about 3000")
