"""What the user runs."""

from datasets import load_dataset
from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
data = load_dataset("json", data_files="data.jsonl", split="train")
data = data.map(lambda rows: tokenizer(rows["text"], truncation=True), batched=True, batch_size=10)
print(data)
