"""What the user runs."""

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

ids = torch.randint(5, 600, (24, 16)).tolist()
model = AutoModelForCausalLM.from_pretrained("llama")
arguments = TrainingArguments(
    "out",
    per_device_train_batch_size=32,
    dataloader_drop_last=True,
    num_train_epochs=3,
    logging_steps=1,
    use_cpu=True,
    report_to="none",
    disable_tqdm=True,
    save_strategy="no",
)
result = Trainer(model, arguments, train_dataset=Dataset.from_dict({"input_ids": ids, "labels": ids})).train()
print(result)
