"""`python -m firstmile`."""

from firstmile.adapters.cli.main import script

script()
