"""What the user runs."""

from transformers import TrainingArguments

config = TrainingArguments("sft", fp16=True, bf16=True, per_device_train_batch_size=2, use_cpu=True)
print(config)
