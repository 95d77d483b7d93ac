"""What a rule is given, and what it gives."""

from collections.abc import Callable
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


Rule = Callable[[Situation], list[Advice]]


def rules() -> list[Rule]:
    """All rules; a new one is added here."""
    from firstmile.rules.capability import compute_capability
    from firstmile.rules.memory import memory_fit
    from firstmile.rules.parallel import divisible, shards_and_ranks
    from firstmile.rules.versions import transformers_knows

    return [memory_fit, shards_and_ranks, divisible, compute_capability, transformers_knows]


def advise(situation: Situation) -> list[Advice]:
    """What all rules say of a situation."""
    if not situation.candidates.roots:
        return []
    out: list[Advice] = []
    for rule in rules():
        try:
            out.extend(rule(situation))
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
    return out
