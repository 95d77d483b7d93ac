"""Prepare the folder."""

from models import copy, edit_json

copy("llama-chat", "llama")
edit_json("llama/config.json", hidden_act="silu_fast")
