"""What the user runs."""

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

model = AutoModelForCausalLM.from_pretrained("llama")
ids = torch.randint(5, 600, (32, 16)).tolist()
arguments = TrainingArguments("out", eval_strategy="steps", eval_steps=50, use_cpu=True, report_to="none")
trainer = Trainer(model=model, args=arguments, train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids}))
trainer.train()
