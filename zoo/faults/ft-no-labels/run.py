"""What the user runs."""

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

model = AutoModelForCausalLM.from_pretrained("qwen")
data = Dataset.from_dict({"input_ids": torch.randint(0, 600, (8, 24)).tolist()})
arguments = TrainingArguments("out", num_train_epochs=1, use_cpu=True, report_to="none", disable_tqdm=True)
Trainer(model=model, args=arguments, train_dataset=data).train()
