"""What the user runs."""

from typing import Any

from datasets import load_dataset
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    DataCollatorWithPadding,
    Trainer,
    TrainingArguments,
)

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")


def encode(row: dict[str, Any]) -> dict[str, Any]:
    """Ids and labels of one example."""
    prompt = tokenizer(row["instruction"] + "\n")["input_ids"]
    answer = tokenizer(row["output"])["input_ids"]
    return {"input_ids": prompt + answer, "labels": [-100] * len(prompt) + answer}


data = load_dataset("json", data_files="train.jsonl", split="train").map(encode)
arguments = TrainingArguments("out", max_steps=3, use_cpu=True, report_to="none", disable_tqdm=True)
Trainer(model=model, args=arguments, train_dataset=data, data_collator=DataCollatorWithPadding(tokenizer)).train()
