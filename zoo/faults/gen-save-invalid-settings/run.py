"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("llama")
model.generation_config.temperature = 0.6
model.generation_config.top_p = 0.9
model.generation_config.do_sample = False
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5)
for step in range(3):
    ids = torch.randint(3, 600, (2, 32))
    loss = model(input_ids=ids, labels=ids).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    print(f"step {step} loss {loss.item():.4f}")
print("saving to out/final")
model.save_pretrained("out/final")
