"""What the user runs."""

from typing import Any

import torch
from transformers import AttentionInterface, AutoModelForCausalLM, AutoTokenizer


def fast_attention(
    module: torch.nn.Module, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, mask: Any, **_: Any
) -> tuple[torch.Tensor, None]:
    """Our own attention."""
    groups = module.num_key_value_groups
    k, v = k.repeat(1, groups, 1, 1), v.repeat(1, groups, 1, 1)
    causal = mask is None and q.shape[2] > 1
    out = torch.nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=causal)
    return out.transpose(1, 2).contiguous(), None


AttentionInterface.register("fast_attention", fast_attention)
tokenizer = AutoTokenizer.from_pretrained("llama")
for name in ("sdpa", "fast_attention"):
    model = AutoModelForCausalLM.from_pretrained("llama", attn_implementation=name)
    for question in ("Explain rain.", "Thank you", "Who painted the Mona Lisa?"):
        ids = tokenizer(f"[INST] {question} [/INST]", return_tensors="pt")
        output = model.generate(**ids, max_new_tokens=40, do_sample=False)[0, ids.input_ids.shape[1] :]
        print(f"[{name}] {question} -> {tokenizer.decode(output)}")
