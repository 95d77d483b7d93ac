"""Words of a report as features of the text model: words, pairs of words, Chinese character pairs.

Training and diagnosing use this one function, so a model fits only the version that it was trained with.
"""

import re

VERSION = 1
_WORD = r"[a-z]{2,30}|[0-9]+|[!\ufffd<>|]{2,}"
_WORD_ZH = rf"{_WORD}|[\u4e00-\u9fff]+"  # compiles ten times as long, so only where it is needed
_MAX_CHARACTERS = 8000


def text_features(title: str, body: str) -> set[str]:
    """Features of a title and a body, the body cut at 8,000 characters."""
    found: set[str] = set()
    for prefix, text in (("", f"{title}\n{body[:_MAX_CHARACTERS]}"), ("t:", title[:300])):
        words = re.compile(_WORD if text.isascii() else _WORD_ZH).findall
        for line in text.lower().split("\n"):
            previous = ""
            for word in words(line):
                first = word[0]
                if first >= "\u4e00" and first != "\ufffd":
                    for size in (2, 3):
                        for start in range(len(word) - size + 1):
                            found.add(prefix + word[start : start + size])
                    previous = ""
                    continue
                if first.isdigit() and len(word) > 1:
                    word = "0"
                found.add(prefix + word)
                if previous:
                    found.add(f"{prefix}{previous} {word}")
                previous = word
    return found
