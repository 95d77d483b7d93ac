"""Prepare the folder."""

from models import copy, edit_json

copy("mistral-random", "ckpt")
edit_json("ckpt/config.json", vocab_size=32000)
