"""Prepare the folder."""

from pathlib import Path

from models import chat_rows, copy, shard

copy("llama-chat", "llama")
shard("llama", "700KB")
last = sorted(Path("llama").glob("model-*.safetensors"))[-1]
last.write_bytes(last.read_bytes()[:-4096])
chat_rows("train.jsonl", style="text")
