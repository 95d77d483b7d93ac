"""Prepare the folder."""

from pathlib import Path

from models import copy

copy("mistral-random", "base")
page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>" + "<p>Please sign in.</p>" * 400
Path("base/model.safetensors").write_text(page + "</body></html>")
