"""Prepare the folder."""

from models import gguf

gguf("qwen2-chat", "tiny.gguf")
