"""Naming an issue: by its link or as owner/name#12."""

import re

from firstmile.study.importing import repositories

_SHORT = re.compile(r"([\w.-]+/[\w.-]+)#(\d+)")


def parse_item(text: object, where: str) -> tuple[str, int]:
    """``("owner/name", 12)`` from a link or from owner/name#12. Raises InputError."""
    short = _SHORT.fullmatch(text.strip()) if isinstance(text, str) else None
    return (short[1], int(short[2])) if short else repositories.parse(text, where)


def item(repository: str, number: int) -> str:
    """owner/name#12."""
    return f"{repository}#{number}"
