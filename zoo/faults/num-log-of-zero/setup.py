"""Prepare the folder."""

from models import copy

copy("mistral-random", "student")
copy("mistral-random", "teacher")
