"""Prepare the folder."""

from models import copy, edit_json

copy("qwen2-chat", "qwen")
edit_json("qwen/config.json", dtype="float8")
