"""Prepare the folder."""

from pathlib import Path

Path("zero2.json").write_text('{"zero_optimization": {"stage": 2}, "train_micro_batch_size_per_gpu": "auto"}')
