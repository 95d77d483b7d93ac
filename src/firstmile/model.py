"""The words of the project as data: immutable, without input or output.

A `Fact` is something read, with where it was read. `Cause`s and `Symptom`s are what is concluded.
A `Diagnosis` holds both, and what could not be evaluated.
"""

from typing import NamedTuple

DIAGNOSED, UNRECOGNISED, NO_FAILURE = "diagnosed", "unrecognised", "no-failure"


class Evidence(NamedTuple):
    """A line of a source; `line` counts from 1 and is 0 where there is none."""

    source: str
    line: int
    text: str
    rank: str | None = None


class Fact(NamedTuple):
    """Something read: `key` such as ``torch.version``, its value, and the line that says so."""

    key: str
    value: str
    evidence: Evidence


class Remedy(NamedTuple):
    """What to do, as a person would be told."""

    do: str
    command: str | None
    when: str | None


class Ranked(NamedTuple):
    """A label of the taxonomy with the confidence that it is the right one."""

    code: str
    label: str
    confidence: float


class Cause(NamedTuple):
    """A candidate root cause; `mode_id` is None where only the text model speaks for it."""

    code: str
    label: str
    confidence: float
    mode_id: str | None
    mode_title: str | None
    why: str
    evidence: tuple[Evidence, ...]
    remedies: tuple[Remedy, ...]
    confirm: tuple[str, ...]


class Cascade(NamedTuple):
    """An error that another one explains."""

    mode_id: str
    title: str
    evidence: Evidence


class Similar(NamedTuple):
    """A confirmed case of the casebook that resembles this incident."""

    title: str
    url: str
    fix: str
    score: float


class NotEvaluated(NamedTuple):
    """What could not be looked at, and why; never counted as fine."""

    what: str
    because: str


class Diagnosis(NamedTuple):
    """The answer to one incident. Lists are ranked, best first."""

    status: str
    symptoms: tuple[Ranked, ...]
    causes: tuple[Cause, ...]
    stage: Ranked | None
    cascade: tuple[Cascade, ...]
    similar: tuple[Similar, ...]
    not_evaluated: tuple[NotEvaluated, ...]
    facts: tuple[Fact, ...]
    look_at: tuple[Evidence, ...]
