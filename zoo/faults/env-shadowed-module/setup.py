"""Prepare the folder."""

from pathlib import Path

Path("datasets.py").write_text(
    '"""Paths of our data sets."""\n\nTRAIN = "data/train.jsonl"\nVALID = "data/valid.jsonl"\n'
)
