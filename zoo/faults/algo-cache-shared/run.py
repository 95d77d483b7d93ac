"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, DynamicCache

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen").eval()
cache = DynamicCache(config=model.config)


@torch.no_grad()
def ask(question: str) -> str:
    """One request to the service."""
    token = tokenizer(f"<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt").input_ids
    words: list[int] = []
    while len(words) < 40:
        token = model(token, past_key_values=cache).logits[:, -1:].argmax(-1)
        if token.item() == tokenizer.eos_token_id:
            break
        words.append(token.item())
    return tokenizer.decode(words)


for question in ("Who wrote Hamlet?", "Which planet has rings?", "Who wrote Hamlet?", "Hello", "Who wrote Hamlet?"):
    print(f"{question:28} {ask(question)!r}")
