"""What the user runs."""

from datasets import load_dataset

data = load_dataset("csv", data_files={"train": "train.csv"})
print(data["train"][0])
