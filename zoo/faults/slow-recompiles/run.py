"""What the user runs."""

import time

import torch
from transformers import AutoModelForCausalLM

torch.set_num_threads(1)
model = AutoModelForCausalLM.from_pretrained("llama").eval()
compiled = torch.compile(model, dynamic=False, backend="aot_eager")
with torch.no_grad():
    for length in range(10, 21):
        ids = torch.randint(5, 600, (1, length))
        for call in range(2):
            start = time.time()
            compiled(input_ids=ids, use_cache=False)
            print(f"length {length} call {call}: {1000 * (time.time() - start):.0f} ms", flush=True)
