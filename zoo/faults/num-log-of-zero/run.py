"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

torch.manual_seed(4)
student = AutoModelForCausalLM.from_pretrained("student").train()
teacher = AutoModelForCausalLM.from_pretrained("teacher").eval()
with torch.no_grad():
    teacher.lm_head.weight *= 60
optimizer = torch.optim.AdamW(student.parameters(), lr=2e-2)
for step in range(24):
    ids = torch.randint(0, 600, (4, 16))
    with torch.no_grad():
        target = torch.softmax(teacher(ids).logits / 0.5, -1)
    prediction = torch.softmax(student(ids).logits / 0.05, -1)
    loss = (target * (target.log() - prediction.log())).sum(-1).mean()
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    print(f"distill step {step:2d} kl {loss.item():.4f}")
