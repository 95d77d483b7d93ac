"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama", padding_side="left")
tokenizer.pad_token = tokenizer.unk_token
model = AutoModelForCausalLM.from_pretrained("llama", attn_implementation="eager").eval()
batch = tokenizer(
    ["[INST] Hello [/INST]", "[INST] How do you say cheese in French? [/INST]"], return_tensors="pt", padding=True
)
length = batch["input_ids"].shape[1]
allowed = torch.ones(length, length).tril().bool()[None, None] & batch["attention_mask"][:, None, None, :].bool()
mask = torch.zeros(allowed.shape).masked_fill(~allowed, -torch.inf)
with torch.no_grad():
    logits = model(batch["input_ids"], attention_mask=mask).logits[:, -1]
print("first logits:", logits[:, :4])
for row in torch.softmax(logits, -1):
    print(tokenizer.decode(torch.multinomial(row, 1)))
