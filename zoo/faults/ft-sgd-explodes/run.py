"""What the user runs."""

from datasets import load_dataset
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    DataCollatorForLanguageModeling,
    Trainer,
    TrainingArguments,
)

tokenizer = AutoTokenizer.from_pretrained("gpt2")
tokenizer.pad_token = tokenizer.eos_token
model = AutoModelForCausalLM.from_pretrained("gpt2")
data = load_dataset("json", data_files="train.jsonl", split="train").map(
    lambda row: tokenizer(row["text"], truncation=True, max_length=64), remove_columns=["text"]
)
arguments = TrainingArguments(
    "out",
    per_device_train_batch_size=4,
    num_train_epochs=4,
    learning_rate=3.0,
    lr_scheduler_type="constant",
    optim="sgd",
    optim_args="momentum=0.9",
    max_grad_norm=0.0,
    logging_steps=1,
    save_strategy="no",
    use_cpu=True,
    report_to="none",
    disable_tqdm=True,
)
Trainer(
    model, arguments, train_dataset=data, data_collator=DataCollatorForLanguageModeling(tokenizer, mlm=False)
).train()
