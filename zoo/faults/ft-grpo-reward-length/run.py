"""What the user runs."""

from typing import Any

from datasets import load_dataset
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import GRPOConfig, GRPOTrainer


def length_reward(completions: list[str], **_: Any) -> list[float]:
    """Rewards answers near 20 characters."""
    scores = [-abs(20 - len(text)) for text in completions]
    return [sum(scores) / len(scores)]


arguments = GRPOConfig(
    "grpo",
    per_device_train_batch_size=4,
    num_generations=4,
    max_completion_length=16,
    max_steps=2,
    use_cpu=True,
    bf16=False,
    report_to="none",
    disable_tqdm=True,
)
data = load_dataset("json", data_files="train.jsonl", split="train")
trainer = GRPOTrainer(
    AutoModelForCausalLM.from_pretrained("qwen"),
    length_reward,
    args=arguments,
    train_dataset=data,
    processing_class=AutoTokenizer.from_pretrained("qwen"),
)
trainer.train()
