"""What the user runs."""

import torch
from transformers import AutoTokenizer, LlamaForCausalLM

tokenizer = AutoTokenizer.from_pretrained("llama")
model = LlamaForCausalLM.from_pretrained("llama").eval()
with torch.inference_mode():
    batch = tokenizer("[INST] [TOOL] search [/TOOL] Who wrote Hamlet? [/INST]", return_tensors="pt")
    print(tokenizer.batch_decode(model.generate(**batch, max_new_tokens=20)))
