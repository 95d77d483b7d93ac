"""Prepare the folder."""

from pathlib import Path

Path("model.gguf").write_text(
    "<!DOCTYPE html>\n<html><body>\n" + "<div>tiny-chat-GGUF</div>\n" * 2000 + "</body></html>\n"
)
