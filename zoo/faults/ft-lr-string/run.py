"""What the user runs."""

import json
from pathlib import Path

import torch
import yaml
from transformers import AutoModelForCausalLM, AutoTokenizer

config = yaml.safe_load(Path("config.yaml").read_text())
print(config)
tokenizer = AutoTokenizer.from_pretrained(config["model"])
model = AutoModelForCausalLM.from_pretrained(config["model"])
rows = [json.loads(line)["text"] for line in Path(config["data"]).read_text().splitlines()]
optimizer = torch.optim.AdamW(model.parameters(), lr=config["learning_rate"])
for step in range(config["steps"]):
    ids = tokenizer(rows[step], return_tensors="pt").input_ids
    loss = model(ids, labels=ids).loss
    loss.backward()
    optimizer.step()
    print(step, loss.item())
