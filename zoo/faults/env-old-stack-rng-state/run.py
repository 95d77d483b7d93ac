"""What the user runs."""

import torch
from transformers import GPT2Config, GPT2LMHeadModel, Trainer, TrainingArguments

torch.manual_seed(0)
rows = torch.randint(0, 200, (16, 16))
data = [{"input_ids": row, "labels": row} for row in rows]
model = GPT2LMHeadModel(GPT2Config(vocab_size=200, n_positions=32, n_embd=32, n_layer=2, n_head=2))
for steps, resume in ((4, None), (8, True)):
    arguments = TrainingArguments(
        "out", max_steps=steps, save_steps=4, logging_steps=2, use_cpu=True, report_to="none", disable_tqdm=True
    )
    Trainer(model, arguments, train_dataset=data).train(resume_from_checkpoint=resume)
