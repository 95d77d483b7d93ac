"""What the user runs."""

from transformers import TrainingArguments

arguments = TrainingArguments("out", per_device_train_batch_size=2, deepspeed="zero2.json", use_cpu=True)
print(arguments.device)
