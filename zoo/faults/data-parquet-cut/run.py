"""What the user runs."""

from datasets import load_dataset

data = load_dataset("parquet", data_files="train.parquet", split="train")
print(data.features, len(data))
