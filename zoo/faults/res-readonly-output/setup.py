"""Prepare the folder."""

from pathlib import Path

from models import copy

copy("qwen2-chat", "qwen")
Path("finetune.py").write_text(
    """import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

ids = torch.randint(0, 600, (8, 12)).tolist()
arguments = TrainingArguments(
    "mnt/results", max_steps=2, save_steps=2, use_cpu=True, report_to="none", disable_tqdm=True
)
model = AutoModelForCausalLM.from_pretrained("qwen")
Trainer(model, arguments, train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids})).train()
"""
)
