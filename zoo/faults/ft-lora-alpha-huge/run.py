"""What the user runs."""

import json
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer

torch.manual_seed(0)
tokenizer = AutoTokenizer.from_pretrained("llama")
tokenizer.pad_token = tokenizer.unk_token
config = LoraConfig(r=8, lora_alpha=8192, target_modules=["q_proj", "v_proj", "o_proj", "down_proj"])
model = get_peft_model(AutoModelForCausalLM.from_pretrained("llama"), config).train()
model.print_trainable_parameters()
optimizer = torch.optim.SGD((p for p in model.parameters() if p.requires_grad), lr=5e-2, momentum=0.9)
rows = [json.loads(line)["text"] for line in Path("train.jsonl").read_text().splitlines()]
batch = tokenizer(rows, return_tensors="pt", padding=True)
labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
for step in range(10):
    loss = model(**batch, labels=labels).loss
    loss.backward()
    norm = torch.nn.utils.get_total_norm([p.grad for p in model.parameters() if p.grad is not None])
    optimizer.step()
    optimizer.zero_grad()
    print({"step": step, "loss": round(loss.item(), 3), "grad_norm": round(norm.item(), 2), "learning_rate": 5e-2})
