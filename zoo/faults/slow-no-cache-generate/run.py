"""What the user runs."""

import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

torch.set_num_threads(1)
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
prompt = "[INST] " + "Water rises from the sea. " * 30 + "[/INST]"
ids = tokenizer([prompt] * 8, return_tensors="pt")
print("prompt:", tuple(ids.input_ids.shape))
for length in (1, 8, 32, 64):
    start = time.time()
    model.generate(**ids, min_new_tokens=length, max_new_tokens=length, do_sample=False)
    seconds = time.time() - start
    print(
        f"{length:3d} new tokens in {seconds:5.2f} s: {1000 * seconds / length:.0f} ms per token, {8 * length / seconds:.0f} tokens/s"
    )
