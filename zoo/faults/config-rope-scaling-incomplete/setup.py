"""Prepare the folder."""

from models import copy, edit_json

copy("qwen2-chat", "qwen-long")
edit_json("qwen-long/config.json", rope_parameters={"rope_type": "yarn", "rope_theta": 10000.0})
