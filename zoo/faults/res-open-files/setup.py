"""Prepare the folder."""

from pathlib import Path

for i in range(60):
    Path(f"shard-{i:02}.bin").write_bytes(bytes(64))
Path("train.py").write_text(
    """import glob

import numpy as np

shards = [open(path, "rb") for path in sorted(glob.glob("shard-*.bin"))]
print(sum(len(np.frombuffer(shard.read(), np.uint8)) for shard in shards))
"""
)
