"""Prepare the folder."""

from models import copy

copy("qwen3-think", "reasoner")
