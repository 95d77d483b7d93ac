"""What the paper and its repository print, beside what the data gives: `published.json` holds the figures as data.

An entry has the place in the document, the printed value, and, where the two are known to differ, the value that the
data holds and why. A difference that is not explained is an error, of ours or of the copy of the data.
"""

import json
import os
from typing import Any, NamedTuple

EQUAL, EXPLAINED, UNEXPLAINED, ABSENT = "equal", "differs, explained", "differs", "not in this data"


class Published(NamedTuple):
    """One printed figure."""

    figure: str
    what: str
    path: tuple[str, ...]
    value: float
    digits: int
    expected: float | None
    because: str


def load() -> list[Published]:
    """All printed figures, in the order of the paper."""
    with open(os.path.join(os.path.dirname(__file__), "published.json"), encoding="utf-8") as file:
        groups = json.load(file)["figures"]
    found = []
    for group in groups:
        differences = group.get("differences", {})
        for *path, value in _flat(group["values"]):
            what = " / ".join(path)
            different = differences.get(what, {})
            place = (*group["at"], *different.get("at", path))
            found.append(Published(
                group["figure"], what, tuple(place), value, group.get("digits", 0), different.get("data"), different.get("because", ""),
            ))
    return found


def _flat(values: dict[str, Any]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for key, value in values.items():
        rows += [(key, *row) for row in _flat(value)] if isinstance(value, dict) else [(key, value)]
    return rows


def _at(document: Any, path: tuple[str, ...]) -> float | None:
    for key in path:
        if not isinstance(document, dict) or key not in document:
            return None
        document = document[key]
    return document if isinstance(document, int | float) else None


def compare(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Every printed figure with the reproduced one and a verdict."""
    rows = []
    for one in load():
        data = _at(document, one.path)
        shown = None if data is None else round(data, one.digits)
        if shown is None:
            verdict = ABSENT
        elif shown == one.value and not one.because:
            verdict = EQUAL
        elif one.because and shown == (one.value if one.expected is None else one.expected):
            verdict = EXPLAINED
        else:
            verdict = UNEXPLAINED
        rows.append({
            "figure": one.figure, "what": one.what, "published": one.value, "reproduced": shown, "verdict": verdict,
            "because": one.because if verdict == EXPLAINED else "",
        })
    return rows
