"""Prepare the folder."""

from pathlib import Path

Path("flash_attn-2.7.4.post1+cu12torch2.5cxx11abiFALSE-cp310-cp310-linux_x86_64.whl").write_bytes(
    b"PK\x05\x06" + bytes(18)
)
