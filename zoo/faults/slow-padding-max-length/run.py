"""What the user runs."""

import json
import time
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

torch.set_num_threads(1)
tokenizer = AutoTokenizer.from_pretrained("llama")
tokenizer.pad_token = tokenizer.unk_token
model = AutoModelForCausalLM.from_pretrained("llama").train()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5)
rows = [json.loads(line)["text"] for line in Path("train.jsonl").read_text().splitlines()]
for step in range(6):
    start = time.time()
    batch = tokenizer(rows[step * 8 : step * 8 + 8], return_tensors="pt", padding="max_length", max_length=384)
    labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
    loss = model(**batch, labels=labels).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    seconds = time.time() - start
    useful = int(batch["attention_mask"].sum())
    print(
        f"step {step} loss {loss.item():.3f} {seconds:.2f} s/step {useful / seconds:.0f} useful tokens/s "
        f"(batch {tuple(batch['input_ids'].shape)}, {100 * useful / labels.numel():.0f} % not padding)"
    )
