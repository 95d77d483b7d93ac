"""What a rule is given, and what it gives."""

from importlib import import_module
from typing import NamedTuple

from firstmile.diagnosis.candidates import Candidate, Candidates
from firstmile.facts.environment import Environment
from firstmile.facts.errors import ErrorEvent
from firstmile.model import Remedy


class Situation(NamedTuple):
    """All that a rule may look at."""

    candidates: Candidates
    events: list[ErrorEvent]
    environment: Environment
    text: str

    def root(self, *mode_ids: str) -> Candidate | None:
        """The first fired root mode with one of these ids."""
        return next((c for c in self.candidates.roots if c.mode.id in mode_ids), None)


class Advice(NamedTuple):
    """Remedies with the user's numbers for a mode, and factors on the shares of causes."""

    mode_id: str
    remedies: tuple[Remedy, ...]
    shifts: tuple[tuple[str, float], ...] = ()


class Rule(NamedTuple):
    """A function of a module here, and the words without which it has nothing to say.

    The words are looked for in the ids of the fired modes and in their lines. Most incidents need no
    rule, and a start imports only the rules that it needs.
    """

    module: str
    function: str
    words: tuple[str, ...]


RULES = (
    Rule("memory", "memory_fit", ("memory", "oom", "kv-cache", "cache")),
    Rule("parallel", "shards_and_ranks", ("loading a checkpoint",)),
    Rule("parallel", "divisible", ("divisib",)),
    Rule(
        "capability", "compute_capability",
        ("bf16", "bfloat16", "flash", "fp8", "no kernel image", "not compatible with the current pytorch"),
    ),
    Rule("versions", "transformers_knows", ("model type", "keyerror")),
)


def advise(situation: Situation) -> list[Advice]:
    """What all rules say of a situation."""
    if not situation.candidates.roots:
        return []
    said = "\n".join(
        f"{c.mode.id} {line.text}" for c in situation.candidates.roots for line in c.evidence
    ).lower()
    out: list[Advice] = []
    for rule in RULES:
        if any(word in said for word in rule.words):
            found = getattr(import_module(f"firstmile.rules.{rule.module}"), rule.function)
            try:
                out.extend(found(situation))
            except (ValueError, ZeroDivisionError, OverflowError):
                continue
    return out
