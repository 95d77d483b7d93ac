"""Plain text for a terminal: tables in columns, numbers as people read them."""

import re
import unicodedata
from collections.abc import Sequence

# Text from files and threads is untrusted: no escape sequence reaches the terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_NUMBER = re.compile(r"[-+]?\d|-?$")


def clean(text: str) -> str:
    """Text without control characters."""
    return _CONTROL.sub("�", text)


def width(text: str) -> int:
    """Columns that a terminal needs for a text."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def table(header: Sequence[str], rows: Sequence[Sequence[object]], indent: str = "  ") -> str:
    """Columns as wide as they need to be; numbers to the right."""
    cells = [[clean(str(cell)) for cell in row] for row in rows]
    right = [bool(rows) and all(_NUMBER.match(str(row[n])) for row in rows) for n in range(len(header))]
    widths = [max(width(row[n]) for row in (list(header), *cells)) for n in range(len(header))]

    def line(row: Sequence[str]) -> str:
        parts = []
        for n, cell in enumerate(row):
            pad = " " * (widths[n] - width(cell))
            parts.append(pad + cell if right[n] else cell + pad)
        return (indent + "  ".join(parts)).rstrip() + "\n"

    return line(list(header)) + "".join(line(row) for row in cells)


def number(n: int) -> str:
    """12345 as 12,345."""
    return f"{n:,}"


def p_value(p: float) -> str:
    """A p-value with the digits that mean something."""
    if p < 1e-4:
        return f"{p:.0e}".replace("e-0", "e-")
    return f"{p:.4f}" if p < 0.001 else f"{p:.3f}" if p < 0.1 else f"{p:.2f}"
