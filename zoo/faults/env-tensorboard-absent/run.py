"""What the user runs."""

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

ids = torch.randint(0, 600, (8, 12)).tolist()
arguments = TrainingArguments("out", max_steps=2, use_cpu=True, report_to="tensorboard")
model = AutoModelForCausalLM.from_pretrained("qwen")
Trainer(model, arguments, train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids})).train()
