"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama", dtype=torch.bfloat16)
for layer in model.model.layers:
    layer.mlp.to(torch.float8_e4m3fn)
print(f"{model.get_memory_footprint() / 1e6:.2f} MB")
with torch.no_grad():
    print(model(torch.randint(5, 600, (1, 8))).logits[0, -1].topk(3))
