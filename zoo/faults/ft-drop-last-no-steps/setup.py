"""Prepare the folder."""

from models import copy

copy("llama-chat", "llama")
