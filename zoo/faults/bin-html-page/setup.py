"""Prepare the folder."""

from pathlib import Path

from models import copy

folder = copy("gpt2-base", "gpt2-small")
(folder / "model.safetensors").unlink()
Path(folder / "pytorch_model.bin").write_text(
    "<html>\n<head><title>404 Not Found</title></head>\n<body>nginx</body></html>\n"
)
