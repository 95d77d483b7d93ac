"""Prepare the folder."""

from pathlib import Path

from models import chat_rows, copy

copy("llama-chat", "llama")
chat_rows("train.jsonl", style="text")
Path("config.yaml").write_text("model: llama\ndata: train.jsonl\nlearning_rate: 2e-5\nsteps: 10\nbatch_size: 4\n")
