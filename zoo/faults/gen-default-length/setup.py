"""Prepare the folder."""

from models import copy, edit_json

copy("llama-chat", "llama")
edit_json("llama/generation_config.json", max_new_tokens=12)
