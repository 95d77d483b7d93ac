"""Prepare the folder."""

from models import copy, edit_json

copy("llama-chat", "llama")
edit_json("llama/config.json", pad_token_id=32000)
