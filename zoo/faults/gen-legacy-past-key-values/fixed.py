"""The same with the remedy applied."""

import torch
from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("qwen2-chat", "qwen")
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen").eval()
ids = tokenizer("<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt").input_ids
past = None
for _ in range(12):
    with torch.no_grad():
        out = model(ids if past is None else ids[:, -1:], past_key_values=past, use_cache=True)
    past = out.past_key_values
    ids = torch.cat([ids, out.logits[:, -1:].argmax(-1)], dim=1)
print(tokenizer.decode(ids[0]))
