"""What the user runs."""

from transformers import TrainingArguments

arguments = TrainingArguments(
    output_dir="checkpoints",
    evaluation_strategy="epoch",
    learning_rate=2e-5,
    per_device_train_batch_size=8,
    num_train_epochs=3,
)
print(arguments)
