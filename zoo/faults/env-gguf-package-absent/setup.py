"""Prepare the folder."""

from models import gguf

gguf("qwen2-chat", "weights/tiny-f32.gguf")
