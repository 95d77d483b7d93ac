"""What the user runs."""

import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

torch.set_num_threads(1)
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
ids = tokenizer("[INST] Explain rain. [/INST] " + "Water rises from the sea. " * 20, return_tensors="pt")
for length in (16, 64, 192):
    start = time.time()
    model.generate(**ids, min_new_tokens=length, max_new_tokens=length, do_sample=False)
    seconds = time.time() - start
    print(
        f"{length} new tokens in {seconds:.2f} s: {length / seconds:.1f} tokens/s ({1000 * seconds / length:.0f} ms each)"
    )
