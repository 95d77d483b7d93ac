"""Prepare the folder."""

import json
from pathlib import Path

from models import PAIRS, copy

copy("qwen2-chat", "qwen")
Path("prefs.jsonl").write_text("".join(json.dumps({"prompt": q, "chosen": a}) + "\n" for q, a in PAIRS.items()))
