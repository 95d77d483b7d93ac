"""The same with the remedy applied."""

import torch
from datasets import Dataset
from models import copy
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

copy("llama-chat", "llama")
model = AutoModelForCausalLM.from_pretrained("llama")
ids = torch.randint(5, 600, (32, 16)).tolist()
data = Dataset.from_dict({"input_ids": ids, "labels": ids})
arguments = TrainingArguments("out", eval_strategy="no", use_cpu=True, report_to="none", max_steps=2)
Trainer(model=model, args=arguments, train_dataset=data).train()
