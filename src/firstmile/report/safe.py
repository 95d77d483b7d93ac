"""Text from logs is hostile: nothing in it may drive a terminal or a page."""

import re

# C0 and C1 controls, bidirectional overrides and isolates, zero-width characters, line separators.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def printable(text: str) -> str:
    """The text with control and direction characters shown as escapes, on one line."""
    flat = text.replace("\n", " ").replace("\t", " ")
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", flat).encode(
        "utf-8", "backslashreplace"
    ).decode("utf-8")


def shortened(text: str, width: int) -> str:
    """At most `width` characters; the end is kept, since errors name their reason there."""
    text = printable(text)
    if len(text) <= width:
        return text
    head = width * 2 // 3
    return f"{text[:head]} … {text[-(width - head - 3):]}"
