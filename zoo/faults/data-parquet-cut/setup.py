"""Prepare the folder."""

from pathlib import Path

from datasets import Dataset

Dataset.from_dict({"text": [f"row {i} " * 20 for i in range(500)]}).to_parquet("train.parquet")
data = Path("train.parquet").read_bytes()
Path("train.parquet").write_bytes(data[: len(data) * 3 // 4])
