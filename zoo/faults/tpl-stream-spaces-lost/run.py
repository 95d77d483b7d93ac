"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
for question in ("Explain rain.", "Who wrote Hamlet?"):
    ids = tokenizer(f"[INST] {question} [/INST]", return_tensors="pt").input_ids
    print("user:", question)
    print("assistant: ", end="")
    for _ in range(160):
        with torch.no_grad():
            token = model(ids).logits[0, -1].argmax()
        if token == tokenizer.eos_token_id:
            break
        print(tokenizer.decode([token], skip_special_tokens=True), end="", flush=True)
        ids = torch.cat([ids, token.view(1, 1)], dim=1)
    print()
