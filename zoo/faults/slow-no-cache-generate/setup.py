"""Prepare the folder."""

from models import copy, edit_json

copy("llama-chat", "llama")
edit_json("llama/generation_config.json", use_cache=False)
edit_json("llama/config.json", use_cache=False)
