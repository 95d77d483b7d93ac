"""Prepare the folder."""

from models import copy, edit_json

copy("qwen2-chat", "qwen")
edit_json("qwen/generation_config.json", do_sample=True, temperature=3.0, top_k=0)
