"""Prepare the folder."""

from models import chat_rows, copy

copy("gpt2-base", "gpt2")
chat_rows("train.jsonl", style="text")
