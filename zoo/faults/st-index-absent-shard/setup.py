"""Prepare the folder."""

from pathlib import Path

from models import copy, shard

copy("qwen2-chat", "qwen")
shard("qwen", "600KB")
shards = sorted(Path("qwen").glob("model-*.safetensors"))
shards[1].unlink()
