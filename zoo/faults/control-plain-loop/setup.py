"""Prepare the folder."""

from models import chat_rows, copy

copy("mistral-random", "mistral")
chat_rows("train.jsonl", 12, style="text")
