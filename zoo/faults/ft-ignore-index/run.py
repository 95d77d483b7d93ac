"""What the user runs."""

import json
from pathlib import Path

import torch
from torch.nn.utils.rnn import pad_sequence
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama").train()
rows = [json.loads(line)["text"] for line in Path("train.jsonl").read_text().splitlines()]
ids = [torch.tensor(tokenizer.encode(row)) for row in rows]
inputs = pad_sequence(ids, batch_first=True, padding_value=0)
labels = pad_sequence(ids, batch_first=True, padding_value=-1)
loss = model(input_ids=inputs, labels=labels).loss
print("loss", loss.item())
