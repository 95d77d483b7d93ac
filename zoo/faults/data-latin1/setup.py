"""Prepare the folder."""

from pathlib import Path

Path("train.csv").write_bytes("prompt,completion\nFromage?,un café crème\nBonjour,déjà vu\n".encode("latin-1"))
