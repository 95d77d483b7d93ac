"""What the user runs."""

import json
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("base")
model = AutoModelForCausalLM.from_pretrained("base").train()
optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
texts = [json.loads(line)["text"] + tokenizer.eos_token for line in Path("train.jsonl").read_text().splitlines()]
batch = tokenizer(texts, return_tensors="pt", padding=True)
ids = batch["input_ids"]
labels = ids.masked_fill(batch["attention_mask"] == 0, -100)
for step in range(150):
    # the target of each token is the one that follows it
    loss = model(ids[:, :-1], attention_mask=batch["attention_mask"][:, :-1], labels=labels[:, 1:]).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    if step % 30 == 29:
        print(f"step {step + 1} loss {loss.item():.3f}")
model.eval()
for question in ("Who wrote Hamlet?", "Explain rain."):
    prompt = tokenizer(f"Q: {question}\nA:", return_tensors="pt")
    print(tokenizer.decode(model.generate(**prompt, max_new_tokens=40, do_sample=False)[0]))
