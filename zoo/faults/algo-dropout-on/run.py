"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-6)
model.train()
batch = tokenizer("Q: Explain rain.\nA:", return_tensors="pt")
model(**batch, labels=batch["input_ids"]).loss.backward()
optimizer.step()
print("greedy decoding, five calls with the same prompt:")
for call in range(5):
    ids = batch["input_ids"]
    with torch.no_grad():
        for _ in range(32):
            ids = torch.cat([ids, model(ids).logits[:, -1:].argmax(-1)], dim=1)
    print(call, repr(tokenizer.decode(ids[0, batch["input_ids"].shape[1] :]).partition("\n")[0]))
