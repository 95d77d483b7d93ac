"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, get_linear_schedule_with_warmup

torch.manual_seed(3)
ACCUMULATE, STEPS = 8, 12
model = AutoModelForCausalLM.from_pretrained("llama").train()
optimizer = torch.optim.AdamW(model.parameters(), lr=2e-4)
scheduler = get_linear_schedule_with_warmup(optimizer, num_warmup_steps=2, num_training_steps=STEPS)
for micro in range(STEPS * ACCUMULATE):
    ids = torch.randint(10, 500, (2, 24))
    loss = model(input_ids=ids, labels=ids).loss
    (loss / ACCUMULATE).backward()
    scheduler.step()
    if (micro + 1) % ACCUMULATE == 0:
        optimizer.step()
        optimizer.zero_grad()
        print(f"step {(micro + 1) // ACCUMULATE}/{STEPS} loss={loss.item():.4f} lr={scheduler.get_last_lr()[0]:.2e}")
