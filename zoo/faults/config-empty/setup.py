"""Prepare the folder."""

from pathlib import Path

from models import copy

folder = copy("llama-chat", "llama")
Path(folder / "config.json").write_text("")
