"""What the user runs."""

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

ids = torch.randint(0, 600, (8, 16)).tolist()
model = AutoModelForCausalLM.from_pretrained("qwen")
arguments = TrainingArguments("runs/sft-2", max_steps=20, save_steps=10, use_cpu=True, report_to="none")
trainer = Trainer(model, arguments, train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids}))
trainer.train(resume_from_checkpoint=True)
