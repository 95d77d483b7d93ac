"""The same with the remedy applied."""

import torch
from datasets import Dataset
from models import copy
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments

copy("bert-random", "bert")
model = AutoModelForSequenceClassification.from_pretrained("bert", num_labels=3, ignore_mismatched_sizes=True)
data = Dataset.from_dict({"input_ids": torch.randint(0, 500, (12, 10)).tolist(), "labels": [0, 1, 2] * 4})
arguments = TrainingArguments("out", max_steps=3, use_cpu=True, report_to="none", disable_tqdm=True)
Trainer(model=model, args=arguments, train_dataset=data).train()
