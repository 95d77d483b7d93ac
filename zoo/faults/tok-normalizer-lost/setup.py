"""Prepare the folder."""

import json

from models import copy

folder = copy("llama-chat", "llama")
path = folder / "tokenizer.json"
data = json.loads(path.read_text())
data["normalizer"] = None
path.write_text(json.dumps(data))
