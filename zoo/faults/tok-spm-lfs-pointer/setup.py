"""Prepare the folder."""

from pathlib import Path

from models import copy

folder = copy("llama-chat", "llama")
(folder / "tokenizer.json").unlink()
Path(folder / "tokenizer.model").write_text(
    "version https://git-lfs.github.com/spec/v1\noid sha256:9e556afd44213b6bd1be2b850ebbbd98f5481437a8021afaf58ee7fb1818d347\nsize 499723\n"
)
