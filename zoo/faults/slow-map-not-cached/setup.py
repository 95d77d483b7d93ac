"""Prepare the folder."""

from models import chat_rows

chat_rows("train.jsonl", 400, style="text")
