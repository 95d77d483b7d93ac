"""A failure mode and its parts, as data."""

from typing import NamedTuple

GROUPS = (
    "environment", "configuration", "computation", "api", "distributed",
    "tokenizer", "resources", "algorithm", "corruption", "cascade",
)
# `raised_by` of a signature that matches what people write, not what a program prints.
REPORTER = "reporter"


class Signature(NamedTuple):
    """One way in which a failure mode shows in text."""

    pattern: str
    ignore_case: bool
    raised_by: str
    versions: str
    also: tuple[str, ...]
    without: tuple[str, ...]


class RemedyTemplate(NamedTuple):
    """A remedy whose ``{placeholders}`` are filled from captures and facts."""

    do: str
    command: str | None
    when: str | None
    costs: str | None

    def placeholders(self) -> set[str]:
        """Names that must be known before this remedy can be shown."""
        text = " ".join(filter(None, self[:3]))
        return {part.split("}", 1)[0] for part in text.split("{")[1:] if "}" in part}


class Mode(NamedTuple):
    """One known way of failing; weights of symptoms, causes and stages sum to 1."""

    id: str
    group: str
    title: str
    role: str
    strength: str
    symptoms: tuple[tuple[str, float], ...]
    causes: tuple[tuple[str, float], ...]
    stages: tuple[tuple[str, float], ...]
    what: str
    why: str
    confirm: tuple[str, ...]
    explains: tuple[str, ...]
    signatures: tuple[Signature, ...]
    remedies: tuple[RemedyTemplate, ...]
    sources: tuple[str, ...]
    fires: tuple[str, ...]
    silent: tuple[str, ...]
