"""Prepare the folder."""

from models import copy, edit_json

copy("gpt2-base", "gpt2")
edit_json("gpt2/config.json", eos_token_id=None, bos_token_id=None)
edit_json("gpt2/generation_config.json", eos_token_id=...)
