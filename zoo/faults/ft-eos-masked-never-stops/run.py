"""What the user runs."""

import torch
from datasets import load_dataset
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    DataCollatorForLanguageModeling,
    Trainer,
    TrainingArguments,
)

torch.set_num_threads(1)
tokenizer = AutoTokenizer.from_pretrained("base")
tokenizer.pad_token = tokenizer.eos_token
model = AutoModelForCausalLM.from_pretrained("base")
data = load_dataset("json", data_files="train.jsonl", split="train").map(
    lambda row: tokenizer(f"Q: {row['prompt']} A:{row['completion']}{tokenizer.eos_token}"),
    remove_columns=["prompt", "completion"],
)
arguments = TrainingArguments(
    "out",
    num_train_epochs=24,
    per_device_train_batch_size=16,
    learning_rate=2e-3,
    logging_steps=36,
    save_strategy="no",
    use_cpu=True,
    report_to="none",
    disable_tqdm=True,
)
collator = DataCollatorForLanguageModeling(tokenizer, mlm=False)
Trainer(model, arguments, train_dataset=data, data_collator=collator).train()
model.eval()
for question in ("Hello", "What sound does a cow make?"):
    ids = tokenizer(f"Q: {question} A:", return_tensors="pt")
    output = model.generate(**ids, max_new_tokens=80, do_sample=False)[0, ids.input_ids.shape[1] :]
    print(f"{question} -> ({len(output)} of 80 new tokens) {tokenizer.decode(output)}")
