"""Prepare the folder."""

from models import chat_rows, copy

copy("mistral-random", "base")
chat_rows("train.jsonl", 92, style="prompt")
