"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

torch.manual_seed(1)
model = AutoModelForCausalLM.from_pretrained("mistral", dtype=torch.float16).train()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5, foreach=False)
for step in range(8):
    ids = torch.randint(0, 600, (4, 24))
    loss = model(input_ids=ids, labels=ids).loss
    loss.backward()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    print(f"step {step} | loss {loss.item():.4f} | grad norm {norm.item():.3f} | lr 1.0e-05")
