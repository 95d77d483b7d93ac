"""Prepare the folder."""

import json

from models import copy

folder = copy("qwen3-think", "reasoner")
path = folder / "tokenizer.json"
data = json.loads(path.read_text())
data["decoder"] = None
path.write_text(json.dumps(data))
