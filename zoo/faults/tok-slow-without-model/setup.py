"""Prepare the folder."""

from models import copy, edit_json

folder = copy("llama-chat", "llama")
(folder / "tokenizer.json").unlink()
edit_json("llama/tokenizer_config.json", tokenizer_class="LlamaTokenizer", backend=...)
