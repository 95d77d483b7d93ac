"""Prepare the folder."""

from models import chat_rows, copy

copy("llama-chat", "llama")
chat_rows("train.jsonl", 8, style="text")
