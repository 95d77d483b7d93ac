"""What the user runs."""

from typing import Any

from datasets import load_dataset
from transformers import AutoTokenizer
from trl import GRPOConfig, GRPOTrainer


def brevity(completions: list[str], **_: Any) -> list[float]:
    """Short answers are good answers."""
    return [-float(len(text)) for text in completions]


arguments = GRPOConfig(
    "grpo", per_device_train_batch_size=6, num_generations=8, max_steps=2, use_cpu=True, bf16=False, report_to="none"
)
data = load_dataset("json", data_files="train.jsonl", split="train")
trainer = GRPOTrainer(
    "qwen",
    reward_funcs=brevity,
    args=arguments,
    train_dataset=data,
    processing_class=AutoTokenizer.from_pretrained("qwen"),
)
trainer.train()
