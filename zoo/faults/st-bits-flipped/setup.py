"""Prepare the folder."""

import random

from models import copy

folder = copy("llama-chat", "llama")
path = folder / "model.safetensors"
data = bytearray(path.read_bytes())
rng = random.Random(3)  # noqa: S311
for _ in range(9000):
    data[rng.randrange(20_000, len(data)) // 4 * 4 + 3] = 0x3E + rng.randrange(3)
path.write_bytes(data)
