"""Prepare the folder."""

import json
from pathlib import Path

from models import copy, edit_json

folder = copy("gpt2-base", "gpt2")
data = json.loads((folder / "tokenizer.json").read_text())
Path(folder / "vocab.json").write_text(json.dumps(data["model"]["vocab"] | {"<|endoftext|>": 599}))
merges = [m if isinstance(m, str) else " ".join(m) for m in data["model"]["merges"]]
Path(folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n")
(folder / "tokenizer.json").unlink()
edit_json(folder / "tokenizer_config.json", tokenizer_class="GPT2Tokenizer", backend=...)
