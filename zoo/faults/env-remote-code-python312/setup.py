"""Prepare the folder."""

from pathlib import Path

from models import copy, edit_json

folder = copy("llama-chat", "novel-1b")
edit_json(
    "novel-1b/config.json",
    auto_map={"AutoModelForCausalLM": "modeling_novel.NovelForCausalLM"},
    architectures=["NovelForCausalLM"],
)
Path(folder / "modeling_novel.py").write_text(
    "import torch\nfrom transformers import LlamaForCausalLM\n\ntype Hidden = torch.Tensor\n\n\nclass NovelForCausalLM(LlamaForCausalLM):\n"
    "    def forward(self, *args, **kwargs):\n        return super().forward(*args, **kwargs)\n"
)
