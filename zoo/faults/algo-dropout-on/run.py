"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-6)
model.train()
ids = tokenizer("Q: Who wrote Hamlet?\nA:", return_tensors="pt")
model(**ids, labels=ids["input_ids"]).loss.backward()
optimizer.step()
print("do_sample=False, five calls with the same prompt:")
for call in range(5):
    output = model.generate(**ids, do_sample=False, max_new_tokens=14, pad_token_id=0)[0, ids["input_ids"].shape[1] :]
    print(call, repr(tokenizer.decode(output)))
