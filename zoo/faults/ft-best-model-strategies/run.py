"""What the user runs."""

from transformers import TrainingArguments

print(
    TrainingArguments(
        "out", eval_strategy="epoch", save_strategy="steps", save_steps=500, load_best_model_at_end=True, use_cpu=True
    )
)
