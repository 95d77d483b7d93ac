"""Prepare the folder."""

from models import gguf

gguf("qwen2-chat", "qwen5.gguf", arch="qwen5moe")
