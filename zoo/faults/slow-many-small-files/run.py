"""What the user runs."""

import time

from datasets import load_dataset

start = time.time()
data = load_dataset("json", data_files="rows/*.json", split="train")
seconds = time.time() - start
print(f"loaded {len(data)} rows (0.2 MB) in {seconds:.1f} s: {len(data) / seconds:.0f} rows/s")
