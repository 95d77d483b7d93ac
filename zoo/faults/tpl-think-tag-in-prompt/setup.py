"""Prepare the folder."""

from pathlib import Path

from models import CHATML, copy

folder = copy("qwen3-think", "reasoner")
text = CHATML.replace("<|im_start|>assistant\n' }}{% endif %}", "<|im_start|>assistant\n<think>\n' }}{% endif %}")
Path(folder / "chat_template.jinja").write_text(text)
