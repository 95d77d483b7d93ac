"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer


def fake_quantize(weight: torch.Tensor, bits: int) -> torch.Tensor:
    """Symmetric rounding with one scale."""
    scale = weight.abs().max() / (2 ** (bits - 1) - 1)
    return (weight / scale).round().clamp(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) * scale


tokenizer = AutoTokenizer.from_pretrained("qwen")
for bits in (8, 2):
    model = AutoModelForCausalLM.from_pretrained("qwen")
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.ndim == 2 and "embed" not in name:
                weight.copy_(fake_quantize(weight, bits))
    for question in ("What is the symbol of iron?", "How many months has a year?"):
        ids = tokenizer(f"<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
        answer = model.generate(**ids, max_new_tokens=32, do_sample=False)[0, ids.input_ids.shape[1] :]
        print(f"{bits} bit | {question} | {tokenizer.decode(answer, skip_special_tokens=True)}")
