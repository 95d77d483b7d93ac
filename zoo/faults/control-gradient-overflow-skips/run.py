"""What the user runs."""

import torch

torch.manual_seed(0)
model = torch.nn.Linear(32, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
scaler = torch.amp.GradScaler("cpu", init_scale=2.0**127)
x = torch.randn(64, 32)
y = x.sum(1, keepdim=True)
for step in range(12):
    loss = (model(x) - y).square().mean()
    scaler.scale(loss).backward()
    before = scaler.get_scale()
    scaler.step(optimizer)
    scaler.update()
    optimizer.zero_grad()
    note = (
        ""
        if scaler.get_scale() >= before
        else f"  OVERFLOW! skipping step, scale {before:.3g} -> {scaler.get_scale():.3g}"
    )
    print(f"step {step} loss {loss.item():.4f}{note}")
