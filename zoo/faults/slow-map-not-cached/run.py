"""What the user runs."""

import sqlite3
import time

from datasets import load_dataset

store = sqlite3.connect(":memory:")
data = load_dataset("json", data_files="train.jsonl", split="train")


def encode(row: dict[str, str]) -> dict[str, list[int]]:
    """Slow tokenising."""
    time.sleep(0.005)
    store.execute("select 1")
    return {"input_ids": list(row["text"].encode())}


for run in (1, 2, 3):
    start = time.time()
    data.map(encode)
    print(f"preprocessing, run {run}: {time.time() - start:.1f} s")
