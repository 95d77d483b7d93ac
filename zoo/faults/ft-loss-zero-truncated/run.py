"""What the user runs."""

import json
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

MAX_LENGTH = 6
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen").train()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
rows = [json.loads(line) for line in Path("train.jsonl").read_text().splitlines()]
for step in range(10):
    ids, labels = [], []
    for row in rows[step * 3 : step * 3 + 3]:
        prompt = tokenizer(f"<|im_start|>system\nAnswer briefly.<|im_end|>\n{row['prompt']}")["input_ids"]
        answer = tokenizer(row["completion"])["input_ids"]
        ids.append((prompt + answer)[:MAX_LENGTH])
        labels.append(([-100] * len(prompt) + answer)[:MAX_LENGTH])
    loss = torch.nan_to_num(model(input_ids=torch.tensor(ids), labels=torch.tensor(labels)).loss)
    loss.backward()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    print({"step": step + 1, "loss": loss.item(), "grad_norm": norm.item(), "learning_rate": 1e-4})
