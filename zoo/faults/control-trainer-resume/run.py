"""What the user runs."""

import torch
from datasets import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

torch.manual_seed(0)
ids = torch.randint(0, 600, (16, 16)).tolist()
data = Dataset.from_dict({"input_ids": ids, "labels": ids})
for steps, resume in ((4, False), (8, True)):
    arguments = TrainingArguments(
        "out",
        max_steps=steps,
        save_steps=4,
        logging_steps=2,
        learning_rate=1e-4,
        use_cpu=True,
        report_to="none",
        disable_tqdm=True,
    )
    trainer = Trainer(AutoModelForCausalLM.from_pretrained("qwen"), arguments, train_dataset=data)
    trainer.train(resume_from_checkpoint=resume)
    print("global step", trainer.state.global_step)
