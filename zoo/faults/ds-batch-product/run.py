"""What the user runs."""

import deepspeed
import torch

config = {
    "train_batch_size": 64,
    "train_micro_batch_size_per_gpu": 4,
    "gradient_accumulation_steps": 4,
    "optimizer": {"type": "Adam", "params": {"lr": 1e-4, "torch_adam": True}},
}
model = torch.nn.Linear(32, 32)
engine, *_ = deepspeed.initialize(model=model, model_parameters=model.parameters(), config=config)
print(engine.train_batch_size())
