"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama").eval()
for question in ("What sound does a cow make?", "Thank you"):
    ids = tokenizer(f"[INST] {question} [/INST]", return_tensors="pt").input_ids
    start = ids.shape[1]
    with torch.no_grad():
        for _ in range(80):
            ids = torch.cat([ids, model(ids).logits[:, -1:].argmax(-1)], dim=1)
    print(f"Q: {question}\nA: {tokenizer.decode(ids[0, start:], skip_special_tokens=True)}\n")
