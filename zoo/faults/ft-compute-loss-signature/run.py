"""What the user runs."""

from typing import Any

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments


class WeightedTrainer(Trainer):
    """Doubles the loss."""

    def compute_loss(self, model: torch.nn.Module, inputs: dict[str, Any], return_outputs: bool = False) -> Any:
        """Twice the model's own loss."""
        outputs = model(**inputs)
        return (2 * outputs.loss, outputs) if return_outputs else 2 * outputs.loss


model = AutoModelForCausalLM.from_pretrained("qwen")
ids = torch.randint(0, 600, (16, 20)).tolist()
data = Dataset.from_dict({"input_ids": ids, "labels": ids})
arguments = TrainingArguments("out", max_steps=2, use_cpu=True, report_to="none", disable_tqdm=True)
WeightedTrainer(model=model, args=arguments, train_dataset=data).train()
