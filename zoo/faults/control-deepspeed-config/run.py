"""What the user runs."""

import deepspeed
import torch

config = {"train_batch_size": 4, "zero_optimization": {"stage": 0}, "zero_allow_untested_optimizer": True}
torch.manual_seed(0)
model = torch.nn.Linear(32, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
engine, *_ = deepspeed.initialize(model=model, optimizer=optimizer, config=config)
for step in range(3):
    loss = engine(torch.ones(4, 32)).square().mean()
    engine.backward(loss)
    engine.step()
    print("step", step, "loss", loss.item())
