"""What the user runs."""

import deepspeed
import torch

config = {"train_micro_batch_size_per_gpu": 2, "zero_optimization": {"stage": 4}, "bf16": {"enabled": True}}
model = torch.nn.Linear(32, 32)
engine, *_ = deepspeed.initialize(model=model, model_parameters=model.parameters(), config=config)
