"""What the user runs."""

import torch
from transformers import AutoModel

CONFIG = {"projector_in": 256, "projector_out": 128}
encoder = AutoModel.from_pretrained("encoder").train()
projector = torch.nn.Sequential(
    torch.nn.Linear(CONFIG["projector_in"], CONFIG["projector_out"]), torch.nn.GELU(), torch.nn.Linear(128, 128)
)
optimizer = torch.optim.AdamW([*encoder.parameters(), *projector.parameters()], lr=1e-4)
for step in range(3):
    states = encoder(torch.randint(0, 500, (4, 9))).last_hidden_state
    loss = projector(states).square().mean()
    loss.backward()
    optimizer.step()
    print(step, loss.item())
