"""Prepare the folder."""

import json
from pathlib import Path

from models import copy

copy("llama-chat", "llama")
rows = [{"text": f"A cow says moo {i}."} for i in range(30)]
rows[17]["text"] = None
Path("data.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
