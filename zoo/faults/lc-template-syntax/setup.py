"""Prepare the folder."""

from pathlib import Path

from models import CHATML, gguf

gguf("qwen2-chat", "tiny.gguf")
Path("chatml.jinja").write_text(CHATML.replace("{% endfor %}", ""))
