"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("gpt2", padding_side="left")
tokenizer.pad_token = tokenizer.eos_token
model = AutoModelForCausalLM.from_pretrained("gpt2").eval()


@torch.no_grad()
def complete(prompts: list[str], limit: int = 16) -> list[str]:
    """Greedy decoding of a batch."""
    batch = tokenizer(prompts, return_tensors="pt", padding=True)
    ids, mask = batch["input_ids"], batch["attention_mask"]
    start = ids.shape[1]
    for _ in range(limit):
        positions = torch.arange(ids.shape[1]).expand_as(ids)
        token = model(ids, attention_mask=mask, position_ids=positions).logits[:, -1:].argmax(-1)
        ids, mask = torch.cat([ids, token], 1), torch.cat([mask, torch.ones_like(token)], 1)
    return [text.split("\n")[0] for text in tokenizer.batch_decode(ids[:, start:], skip_special_tokens=True)]


prompts = ["Q: Hello\nA:", "Q: Thank you\nA:", "Q: Explain rain.\nA:", "Q: How do you say cheese in French?\nA:"]
for prompt, single, batched in zip(prompts, [complete([p])[0] for p in prompts], complete(prompts), strict=True):
    print(repr(prompt), "alone:", repr(single), "| in batch:", repr(batched))
