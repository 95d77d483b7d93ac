"""What the user runs."""

from datasets import load_dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

stream = load_dataset("json", data_files="train.jsonl", split="train", streaming=True)
model = AutoModelForCausalLM.from_pretrained("llama")
arguments = TrainingArguments("out", num_train_epochs=2, use_cpu=True, report_to="none")
Trainer(model=model, args=arguments, train_dataset=stream).train()
