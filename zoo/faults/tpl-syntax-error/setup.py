"""Prepare the folder."""

from pathlib import Path

from models import CHATML, copy

folder = copy("qwen2-chat", "qwen")
Path(folder / "chat_template.jinja").write_text(CHATML.replace("{% endif %}", ""))
