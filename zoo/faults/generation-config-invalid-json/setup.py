"""Prepare the folder."""

from pathlib import Path

from models import copy

folder = copy("qwen2-chat", "qwen")
Path(folder / "generation_config.json").write_text('{"eos_token_id": 639, "pad_token_id": None, "temperature": 0.7}')
