"""Prepare the folder."""

from pathlib import Path

from models import copy

copy("gpt2-base", "gpt2")
Path("finetune.py").write_text(
    """import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

model = AutoModelForCausalLM.from_pretrained("gpt2")
ids = torch.randint(0, 500, (16, 16)).tolist()
arguments = TrainingArguments(
    "out", max_steps=2, use_cpu=True, report_to="none", disable_tqdm=True, fsdp="full_shard auto_wrap",
    fsdp_config={"transformer_layer_cls_to_wrap": ["LlamaDecoderLayer"]},
)
Trainer(model, arguments, train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids})).train()
"""
)
