"""Everything that diagnosing needs, loaded once: catalogue, text model, casebook."""

import os
from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from firstmile import catalogue as compiled
from firstmile.casebook.similar import Casebook
from firstmile.diagnosis.diagnose import conclude, diagnose, read_incident
from firstmile.diagnosis.textmodel import TextModel
from firstmile.facts import context as contexts
from firstmile.facts.incident import Incident, from_text, read
from firstmile.facts.kind import looks_like_report
from firstmile.model import NO_FAILURE, Diagnosis

_WEIGHTS = os.path.join(os.path.dirname(__file__), "weights.fmtm")


class Session(NamedTuple):
    """A diagnoser that is ready to answer."""

    catalogue: compiled.Catalogue
    model: TextModel

    @classmethod
    def load(cls) -> "Session":
        """Read the compiled catalogue and the weights."""
        return cls(compiled.load(), TextModel.load(_WEIGHTS))

    def context(
        self, launch: str | None, model: str | None, machine: str | None
    ) -> contexts.Context:
        """Facts from outside the log. Raises InputError for a file that cannot be read."""
        return contexts.gather(launch, model, machine)

    def diagnose_streams(
        self,
        streams: list[tuple[str, BinaryIO]],
        context: contexts.Context,
        progress: Callable[[int], None] | None = None,
    ) -> Diagnosis:
        """One incident from open streams. Raises InputError for input that is no text."""
        incident = read(streams, self.catalogue.engines, progress)
        contexts.refuse_empty(incident)
        is_report = looks_like_report(incident)
        everything = incident._replace(excerpts=[*incident.excerpts, *context.excerpts])
        title = title_of(incident) if is_report else ""
        reading = read_incident(everything, self.catalogue, title, is_report)
        diagnosis = conclude(
            reading, everything, self.catalogue, self.model,
            is_report=is_report, not_evaluated=context.not_evaluated,
        )
        if diagnosis.status == NO_FAILURE:
            return diagnosis
        return diagnosis._replace(similar=tuple(Casebook.load().similar(reading.words, diagnosis)))

    def diagnose_report(self, report: str, title: str = "") -> Diagnosis:
        """One report, without casebook look-up: for batches."""
        incident = from_text(f"{title}\n{report}" if title else report, self.catalogue.engines)
        return diagnose(incident, self.catalogue, self.model, title=title, is_report=True)


def title_of(incident: Incident) -> str:
    """The first line of a report with words in it, which is its title on every tracker."""
    for line in incident.text.split("\n", 20)[:20]:
        if line.strip(" #*-\r"):
            return line.strip(" #*-\r")[:200]
    return ""
