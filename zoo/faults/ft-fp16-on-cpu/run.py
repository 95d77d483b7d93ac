"""What the user runs."""

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

ids = torch.randint(0, 600, (8, 16)).tolist()
arguments = TrainingArguments("out", bf16=True, max_steps=4, report_to="none", disable_tqdm=True)
model = AutoModelForCausalLM.from_pretrained("qwen")
Trainer(model, arguments, train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids})).train()
