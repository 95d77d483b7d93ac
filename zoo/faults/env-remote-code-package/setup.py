"""Prepare the folder."""

from pathlib import Path

from models import copy, edit_json

folder = copy("llama-chat", "novel-2b")
edit_json("novel-2b/config.json", auto_map={"AutoModelForCausalLM": "modeling_novel.NovelForCausalLM"})
Path(folder / "modeling_novel.py").write_text(
    "import torch\nfrom einops import rearrange\nfrom transformers import LlamaForCausalLM\n\n\n"
    "class NovelForCausalLM(LlamaForCausalLM):\n    split = staticmethod(rearrange)\n"
)
