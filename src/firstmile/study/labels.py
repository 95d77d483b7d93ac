"""Reading labels as people wrote them: blanks and known misspellings are mended and told, the rest is refused."""

import difflib
from functools import cache
from typing import NamedTuple

from firstmile import taxonomy
from firstmile.errors import InputError

FIELDS = ("symptom", "root_cause", "stage")
NAMES = {"symptom": "symptom", "root_cause": "root cause", "stage": "stage"}

# Spellings that stand in published data. A label is never guessed; whoever finds another one adds it here.
MISSPELT = {
    "Environment Compatibility Issues - Architecture Compatibility":
        "Environment Compatibility Issues - System Architecture Compatibility",
}


class Read(NamedTuple):
    """A label, and what was wrong with its spelling ("" for nothing)."""

    label: str
    mended: str


@cache
def known(field: str) -> tuple[str, ...]:
    """Every label of a field in the study's order, inner nodes included."""
    if field == "stage":
        return taxonomy.STAGES
    return tuple(entry.label for entry in taxonomy.labels(field).values())


@cache
def groups(field: str) -> tuple[str, ...]:
    """The top-level labels of a field in the study's order."""
    return tuple(dict.fromkeys(label.split(" - ")[0] for label in known(field)))


@cache
def _folded(field: str) -> dict[str, str]:
    return {label.casefold(): label for label in known(field)}


def at_level(label: str, level: int) -> str:
    """The first `level` parts of a path; the whole path if it has fewer."""
    return " - ".join(label.split(" - ")[:level])


def read(field: str, text: object, where: str, *, any_label: bool = False) -> Read:
    """A known label from its text, or from its code. Raises InputError that names the nearest known one."""
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"{where}: the {NAMES[field]} is missing.")
    parts = [" ".join(part.split()) for part in text.replace("\u00a0", " ").split(" - ")]
    tidy = " - ".join(parts)
    mended = "" if tidy == text else "blanks"
    if any_label:
        return Read(tidy, mended)
    if field != "stage" and tidy in taxonomy.labels(field):
        return Read(taxonomy.label_of(tidy), "")
    if tidy in MISSPELT:
        return Read(MISSPELT[tidy], "misspelt")
    found = _folded(field).get(tidy.casefold())
    if found is None:
        near = difflib.get_close_matches(tidy, known(field), 1, 0.6)
        hint = f"; did you mean {near[0]!r}?" if near else "."
        raise InputError(f"{where}: {tidy[:200]!r} is not a {NAMES[field]} of the study{hint}")
    return Read(found, mended or ("case" if found != tidy else ""))
