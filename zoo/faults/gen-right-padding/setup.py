"""Prepare the folder."""

from models import copy, edit_json

copy("llama-chat", "llama")
edit_json("llama/tokenizer_config.json", pad_token="<unk>", padding_side="right")  # noqa: S106
