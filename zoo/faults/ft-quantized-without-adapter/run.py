"""What the user runs."""

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, BitsAndBytesConfig, Trainer, TrainingArguments

model = AutoModelForCausalLM.from_pretrained(
    "llama", quantization_config=BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.float32)
)
ids = torch.randint(5, 600, (8, 16)).tolist()
arguments = TrainingArguments("out", max_steps=2, use_cpu=True, report_to="none")
Trainer(model, arguments, train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids})).train()
