"""Prepare the folder."""

from pathlib import Path

from models import copy, edit_json

folder = copy("llama-chat", "custom")
edit_json("custom/config.json", auto_map={"AutoModelForCausalLM": "modeling_custom.CustomForCausalLM"})
Path(folder / "modeling_custom.py").write_text(
    "from transformers import LlamaForCausalLM\n\n\nclass CustomForCausalLM(LlamaForCausalLM):\n    pass\n"
)
Path("cache").write_text("")
