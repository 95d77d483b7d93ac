"""Which cases the diagnoser was trained on: on these its answers show what it remembers, not what it can do.

`trained_on.txt` holds hashes of their ids, written by `tools/ranker`. A case that was told again under another id
is not recognised, so the evaluation also says when its figures are too good for labels as noisy as these.
"""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

from firstmile.errors import InputError
from firstmile.study.evaluation.cases import Case
from firstmile.study.importing.repositories import TODAY
from firstmile.study.items import item, parse_item

LIST = os.path.join(os.path.dirname(__file__), "trained_on.txt")


def short_hash(name: str) -> str:
    """Enough of a hash to tell some thousand ids apart."""
    return hashlib.sha256(name.lower().encode()).hexdigest()[:16]


def names_of(case_id: str) -> set[str]:
    """An id under every name of its repository."""
    repository, mark, number = case_id.partition("#")
    same = {repository, TODAY.get(repository, repository)} | {old for old, new in TODAY.items() if new in (repository, TODAY.get(repository))}
    return {f"{name}{mark}{number}" for name in same}


@cache
def _trained() -> frozenset[str]:
    with open(LIST, encoding="ascii") as file:
        return frozenset(file.read().split())


def seen(cases: Sequence[Case]) -> set[str]:
    """The ids of the cases that were trained on, by id or by link."""
    found = set()
    for case in cases:
        names = names_of(case.id)
        with suppress(InputError):  # no link, or one to another place than an issue
            names |= names_of(item(*parse_item(case.url, "url")))
        if any(short_hash(name) in _trained() for name in names):
            found.add(case.id)
    return found
