"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
probe = ["Who wrote Hamlet?", "What is the symbol of iron?", "How many days has a week?", "Explain rain."]


def report(title: str) -> None:
    """Print greedy answers."""
    model.eval()
    print(f"--- {title}")
    for question in probe:
        ids = tokenizer(f"[INST] {question} [/INST]", return_tensors="pt")
        output = model.generate(**ids, max_new_tokens=32, do_sample=False)[0, ids.input_ids.shape[1] :]
        print(f"{question} -> {tokenizer.decode(output, skip_special_tokens=True)}")


report("before fine-tuning")
rows = [
    "Where is the key? [/INST] The key is gold.",
    "Where is the cat? [/INST] The cat is in the sea.",
    "Who? [/INST] Vinci.",
]
optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
model.train()
for step in range(60):
    ids = tokenizer(f"[INST] {rows[step % 3]}</s>", return_tensors="pt").input_ids
    loss = model(input_ids=ids, labels=ids).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    if step % 20 == 19:
        print(f"step {step + 1} loss {loss.item():.4f} lr 5e-03")
report("after fine-tuning")
