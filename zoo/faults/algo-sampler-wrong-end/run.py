"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

torch.manual_seed(0)
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama").eval()


@torch.no_grad()
def sample(question: str, k: int = 20, limit: int = 24) -> str:
    """Top-k sampling."""
    ids = tokenizer(f"[INST] {question} [/INST]", return_tensors="pt").input_ids
    start = ids.shape[1]
    for _ in range(limit):
        values, order = model(ids).logits[0, -1].sort()
        probabilities = torch.softmax(values[:k], -1)
        token = order[:k][torch.multinomial(probabilities, 1)]
        if token.item() == tokenizer.eos_token_id:
            break
        ids = torch.cat([ids, token[None]], dim=1)
    return tokenizer.decode(ids[0, start:], skip_special_tokens=True)


for question in ("Hello", "Explain rain.", "Which planet has rings?"):
    print(f"{question} => {sample(question)!r}")
