"""Prepare the folder."""

import json
from pathlib import Path

from models import copy, edit_json

folder = copy("gpt2-base", "gpt2")
data = json.loads((folder / "tokenizer.json").read_text())
Path(folder / "vocab.json").write_text(json.dumps(data["model"]["vocab"]))
(folder / "tokenizer.json").unlink()
edit_json(folder / "tokenizer_config.json", tokenizer_class="GPT2Tokenizer", backend=...)
