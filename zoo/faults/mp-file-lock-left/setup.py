"""Prepare the folder."""

from pathlib import Path

from models import chat_rows

chat_rows("train.jsonl", style="text")
Path("hold.py").write_text(
    """import time
from pathlib import Path

from datasets import load_dataset_builder
from filelock import FileLock

builder = load_dataset_builder("json", data_files="train.jsonl")
folder = Path(builder.cache_dir)
folder.parent.mkdir(parents=True, exist_ok=True)
root = Path(builder._cache_dir_root)
with FileLock(root / (str(folder).replace("/", "_") + ".lock")):
    Path("held").touch()
    time.sleep(100)
"""
)
