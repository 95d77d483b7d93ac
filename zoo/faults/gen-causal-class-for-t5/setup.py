"""Prepare the folder."""

from models import copy

copy("t5-random", "t5-mini")
