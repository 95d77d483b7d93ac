"""Prepare the folder."""

from models import copy

copy("gpt2-base", "gpt2")
