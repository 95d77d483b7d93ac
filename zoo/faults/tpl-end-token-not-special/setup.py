"""Prepare the folder."""

import json

from models import copy

folder = copy("qwen2-chat", "qwen")
path = folder / "tokenizer.json"
data = json.loads(path.read_text())
for token in data["added_tokens"]:
    token["special"] = False
path.write_text(json.dumps(data))
(folder / "tokenizer_config.json").write_text(
    '{"tokenizer_class": "TokenizersBackend", "backend": "tokenizers", "pad_token": "<|endoftext|>", "eos_token": "<|endoftext|>"}'
)
