"""What the user runs."""

from datasets import load_dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

model = AutoModelForCausalLM.from_pretrained("llama")
data = load_dataset("json", data_files="train.jsonl", split="train")
print(data)
arguments = TrainingArguments("out", num_train_epochs=1, use_cpu=True, report_to="none", disable_tqdm=True)
Trainer(model=model, args=arguments, train_dataset=data).train()
