"""Prepare the folder."""

from models import chat_rows, copy

copy("qwen2-chat", "qwen")
chat_rows("train.jsonl", 32, style="prompt")
