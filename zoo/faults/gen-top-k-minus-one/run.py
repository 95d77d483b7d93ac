"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

SAMPLING = {"temperature": 0.8, "top_p": 0.95, "top_k": -1, "max_new_tokens": 64}
torch.manual_seed(0)
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
ids = tokenizer("<|im_start|>user\nThank you<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
print(tokenizer.decode(model.generate(**ids, do_sample=True, **SAMPLING)[0]))
