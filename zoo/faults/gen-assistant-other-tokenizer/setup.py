"""Prepare the folder."""

from models import copy

copy("llama-chat", "llama")
copy("gpt2-base", "draft")
