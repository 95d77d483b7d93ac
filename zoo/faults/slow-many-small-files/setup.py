"""Prepare the folder."""

from pathlib import Path

Path("rows").mkdir()
for i in range(4000):
    Path(f"rows/{i:05}.json").write_text('{"text": "Water rises from the sea as vapour."}\n')
