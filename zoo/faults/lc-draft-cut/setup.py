"""Prepare the folder."""

from pathlib import Path

import models

models.gguf("qwen2-chat", "tiny.gguf")
models.gguf("qwen2-chat", "draft.gguf", drop="layers.1.", layers=1)
data = Path("draft.gguf").read_bytes()
Path("draft.gguf").write_bytes(data[: len(data) // 2])
