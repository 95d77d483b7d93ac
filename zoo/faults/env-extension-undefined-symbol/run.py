"""What the user runs."""

import torch
from flash_attn import flash_attn_func

q = torch.randn(1, 128, 4, 32, dtype=torch.bfloat16)
print(flash_attn_func(q, q, q, causal=True).shape)
