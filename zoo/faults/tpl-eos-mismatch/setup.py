"""Prepare the folder."""

from models import copy, edit_json

copy("qwen2-chat", "qwen-sft")
edit_json("qwen-sft/generation_config.json", eos_token_id=637)
edit_json("qwen-sft/config.json", eos_token_id=637)
edit_json("qwen-sft/tokenizer_config.json", eos_token="<|endoftext|>")  # noqa: S106
