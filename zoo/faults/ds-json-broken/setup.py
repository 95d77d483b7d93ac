"""Prepare the folder."""

from pathlib import Path

Path("ds_config.json").write_text(
    '{\n  "train_micro_batch_size_per_gpu": 2,\n  "optimizer": {"type": "AdamW", "params": {"lr": 1e-4}},\n  "zero_optimization": {"stage": 1\n'
)
