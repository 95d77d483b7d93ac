"""Prepare the folder."""

import struct

from models import copy

folder = copy("mistral-random", "mistral")
path = folder / "model.safetensors"
data = path.read_bytes()
path.write_bytes(struct.pack("<Q", 1 << 40) + data[8:])
