"""Prepare the folder."""

from pathlib import Path

Path("ds_config.json").write_text(
    '{\n  "train_micro_batch_size_per_gpu": 2,\n  "zero_optimization": {"stage": 2, "overlap_comm": true}\n}\n'
)
