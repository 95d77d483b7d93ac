"""Prepare the folder."""

from models import copy

folder = copy("qwen2-chat", "my-model")
path = folder / "config.json"
path.write_text(path.read_text().replace('"vocab_size": 640', '"vocab_size": 640,'))
