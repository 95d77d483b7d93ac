"""What the user runs."""

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

ids = torch.randint(0, 600, (8, 16)).tolist()
model = AutoModelForCausalLM.from_pretrained("qwen")
arguments = TrainingArguments("out", max_steps=8, save_steps=2, logging_steps=1, use_cpu=True, report_to="none")
trainer = Trainer(model, arguments, train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids}))
trainer.train(resume_from_checkpoint="out/checkpoint-4")
