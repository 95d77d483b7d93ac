"""What the user runs."""

import deepspeed
import torch

model = torch.nn.Linear(32, 32)
engine, *_ = deepspeed.initialize(model=model, model_parameters=model.parameters(), config="ds_config.json")
