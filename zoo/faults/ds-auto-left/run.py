"""What the user runs."""

import deepspeed
import torch

config = {
    "train_batch_size": "auto",
    "train_micro_batch_size_per_gpu": "auto",
    "gradient_accumulation_steps": "auto",
    "optimizer": {"type": "AdamW", "params": {"lr": "auto"}},
    "zero_optimization": {"stage": 2},
}
model = torch.nn.Linear(32, 32)
engine, *_ = deepspeed.initialize(model=model, model_parameters=model.parameters(), config=config)
