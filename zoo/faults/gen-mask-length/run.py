"""What the user runs."""

import torch
from transformers import AutoTokenizer, LlamaForCausalLM

tokenizer = AutoTokenizer.from_pretrained("llama")
tokenizer.pad_token = tokenizer.unk_token
model = LlamaForCausalLM.from_pretrained("llama", attn_implementation="eager")
first = tokenizer(
    ["[INST] Hello [/INST]", "[INST] Explain rain. [/INST]", "[INST] Thank you [/INST]"],
    return_tensors="pt",
    padding=True,
)
second = tokenizer(["[INST] Who wrote Hamlet? [/INST]", "[INST] Hello [/INST]"], return_tensors="pt", padding=True)
mask = first.attention_mask
with torch.no_grad():
    print(model(input_ids=first.input_ids, attention_mask=mask).logits.shape)
    print(model(input_ids=second.input_ids, attention_mask=mask).logits.shape)
