"""The same with the remedy applied."""

from transformers import TrainingArguments

print(TrainingArguments(output_dir="checkpoints", eval_strategy="epoch", learning_rate=2e-5).eval_strategy)
