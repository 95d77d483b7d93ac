"""What the user runs."""

import torch
from torch.utils.checkpoint import checkpoint

embed = torch.nn.Embedding(300, 32)
embed.weight.requires_grad_(False)
blocks = torch.nn.ModuleList(
    torch.nn.TransformerEncoderLayer(32, 2, 64, dropout=0.0, batch_first=True) for _ in range(3)
)
head = torch.nn.Linear(32, 300)
head.requires_grad_(False)
optimizer = torch.optim.AdamW(blocks.parameters(), lr=1e-4)
for step in range(3):
    ids = torch.randint(0, 300, (2, 16))
    states = embed(ids)
    for block in blocks:
        states = checkpoint(block, states, use_reentrant=True)
    loss = torch.nn.functional.cross_entropy(head(states).flatten(0, 1), ids.flatten())
    loss.backward()
    optimizer.step()
    print("step", step, loss.item())
