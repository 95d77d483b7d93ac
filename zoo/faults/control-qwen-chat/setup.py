"""Prepare the folder."""

from models import copy

copy("qwen2-chat", "qwen")
