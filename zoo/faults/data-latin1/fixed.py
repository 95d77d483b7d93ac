"""The same with the remedy applied."""

from pathlib import Path

from datasets import load_dataset

Path("train.csv").write_bytes("prompt,completion\nFromage?,un café crème\n".encode("latin-1"))
data = load_dataset("csv", data_files={"train": "train.csv"}, encoding="latin-1")
print(data["train"][0])
