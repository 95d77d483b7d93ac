"""What a guesser says of a case: labels, best first, with how sure it is. The diagnoser is one guesser among others."""

from collections.abc import Sequence
from typing import NamedTuple

from firstmile.study.evaluation.cases import Case


class Answer(NamedTuple):
    """Ranked labels of each field, the confidence of each, and whether anything was claimed at all."""

    symptom: tuple[tuple[str, float], ...]
    root_cause: tuple[tuple[str, float], ...]
    stage: tuple[tuple[str, float], ...]
    claimed: bool

    def ranked(self, field: str) -> tuple[tuple[str, float], ...]:
        """The ranked labels of a field."""
        found: tuple[tuple[str, float], ...] = getattr(self, field)
        return found


def diagnoser(cases: Sequence[Case]) -> list[Answer]:
    """What `firstmile diagnose` says from title and report alone."""
    from firstmile.diagnosis.session import Session
    from firstmile.model import DIAGNOSED

    session = Session.load()
    answers = []
    for case in cases:
        found = session.diagnose_report(case.report, case.title)
        answers.append(Answer(
            tuple((one.label, one.confidence) for one in found.symptoms), tuple((one.label, one.confidence) for one in found.causes),
            ((found.stage.label, found.stage.confidence),) if found.stage else (), found.status == DIAGNOSED,
        ))
    return answers

