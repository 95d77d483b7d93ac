"""Prepare the folder."""

from models import chat_rows, copy

copy("mistral-random", "mistral")
chat_rows("train.jsonl", 16, style="text")
