"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, StaticCache

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama").eval()
ids = tokenizer("[INST] Explain rain. [/INST]", return_tensors="pt").input_ids
cache = StaticCache(config=model.config, max_cache_len=24)
token = ids
with torch.no_grad():
    for _ in range(40):
        logits = model(token, past_key_values=cache).logits
        token = logits[:, -1:].argmax(-1)
        ids = torch.cat([ids, token], dim=1)
        print(ids.shape[1], repr(tokenizer.decode(token[0])))
