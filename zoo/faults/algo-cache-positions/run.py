"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama").eval()


@torch.no_grad()
def answer(question: str, limit: int = 40) -> str:
    """Greedy decoding with a cache."""
    ids = tokenizer(f"[INST] {question} [/INST]", return_tensors="pt").input_ids
    out = model(ids, use_cache=True)
    words = []
    for _ in range(limit):
        token = out.logits[:, -1].argmax(-1, keepdim=True)
        if token.item() == tokenizer.eos_token_id:
            break
        words.append(token.item())
        position = torch.zeros_like(token)
        out = model(token, past_key_values=out.past_key_values, position_ids=position, use_cache=True)
    return tokenizer.decode(words)


for question in ("Explain rain.", "Name the days of the week.", "Who wrote Hamlet?"):
    print(question, "=>", answer(question))
