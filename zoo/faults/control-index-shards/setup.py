"""Prepare the folder."""

from models import copy, shard

copy("qwen2-chat", "qwen")
shard("qwen", "600KB")
