"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

torch.manual_seed(0)
EPOCHS, STEPS_PER_EPOCH = 3, 8
model = AutoModelForCausalLM.from_pretrained("llama").train()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=EPOCHS)
for step in range(EPOCHS * STEPS_PER_EPOCH):
    ids = torch.randint(10, 500, (2, 24))
    loss = model(input_ids=ids, labels=ids).loss
    loss.backward()
    optimizer.step()
    scheduler.step()
    optimizer.zero_grad()
    print(f"epoch {step // STEPS_PER_EPOCH} step {step} loss {loss.item():.4f} lr {scheduler.get_last_lr()[0]:.2e}")
