"""Prepare the folder."""

from models import copy

copy("bert-random", "bert")
