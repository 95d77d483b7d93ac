"""Prepare the folder."""

from pathlib import Path

import torch
from datasets import Dataset
from models import copy
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

copy("qwen2-chat", "qwen")
ids = torch.randint(0, 600, (8, 16)).tolist()
arguments = TrainingArguments("out", max_steps=4, save_steps=2, logging_steps=1, use_cpu=True, report_to="none")
Trainer(
    AutoModelForCausalLM.from_pretrained("qwen"),
    arguments,
    train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids}),
).train()
path = Path("out/checkpoint-4/trainer_state.json")
path.write_text(path.read_text()[:300])
