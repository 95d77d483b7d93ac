"""Prepare the folder."""

from models import copy, edit_json

copy("qwen2-chat", "qwen")
edit_json("qwen/tokenizer_config.json", tokenizer_class="Qwen2TokenizerFast", backend=...)
