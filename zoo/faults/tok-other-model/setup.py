"""Prepare the folder."""

import json
from pathlib import Path

from models import copy

folder = copy("qwen2-chat", "qwen-ft")
path = Path(folder / "tokenizer.json")
data = json.loads(path.read_text())
vocab = data["model"]["vocab"]
names = sorted(vocab, key=vocab.get)
keep, rest = names[:0], names
rest = rest[::2] + rest[1::2]
data["model"]["vocab"] = {name: index for index, name in enumerate(keep + rest)}
path.write_text(json.dumps(data))
