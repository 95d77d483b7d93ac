"""Prepare the folder."""

from models import copy

copy("mistral-random", "mistral")
