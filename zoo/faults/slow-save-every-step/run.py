"""What the user runs."""

import time
from typing import Any

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainerCallback, TrainingArguments


class Clock(TrainerCallback):
    """Prints how long steps and saves take."""

    def on_step_begin(self, *_: Any, **__: Any) -> None:
        """A step starts."""
        self.start = time.time()

    def on_step_end(self, *_: Any, **__: Any) -> None:
        """A step ends."""
        self.end = time.time()
        print(f"step took {self.end - self.start:.2f} s", flush=True)

    def on_save(self, *_: Any, **__: Any) -> None:
        """A checkpoint is written."""
        print(f"saving checkpoint took {time.time() - self.end:.2f} s", flush=True)


ids = torch.randint(0, 600, (64, 12)).tolist()
arguments = TrainingArguments(
    "out", max_steps=12, save_steps=1, per_device_train_batch_size=1, use_cpu=True, report_to="none", disable_tqdm=True
)
model = AutoModelForCausalLM.from_pretrained("qwen")
data = Dataset.from_dict({"input_ids": ids, "labels": ids})
print(Trainer(model, arguments, train_dataset=data, callbacks=[Clock()]).train().metrics)
