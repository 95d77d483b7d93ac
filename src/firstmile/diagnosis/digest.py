"""The part of a text that the text model reads: all of a short report, the telling lines of a long log."""

import re

from firstmile.diagnosis.candidates import Candidates
from firstmile.facts.errors import ErrorEvent
from firstmile.facts.incident import Incident

_SHORT = 6000
_BUDGET = 4000
_DIGITS = re.compile(r"\d+")


def digest(incident: Incident, events: list[ErrorEvent], candidates: Candidates) -> str:
    """At most about 6,000 characters: matched lines, errors with two lines before, first and last lines."""
    text = incident.text
    if len(text) <= _SHORT:
        return text
    wanted: dict[str, set[int]] = {}
    for group, before in ((candidates.roots, 1), (candidates.cascades, 0), (candidates.context, 0)):
        for candidate in group:
            for line in candidate.evidence[:2]:
                wanted.setdefault(line.source, set()).update(range(line.line - before, line.line + 1))
    for event in [*events[:25], *events[-10:]]:
        line = event.evidence
        before = 2 if event.kind == "exception" else 0
        wanted.setdefault(line.source, set()).update(range(line.line - before, line.line + 1))
    seen: set[str] = set()
    out: list[str] = []
    used = 0
    for excerpt in incident.excerpts:
        lines = excerpt.text.split("\n")
        last = excerpt.first_line + len(lines) - 1
        numbers = wanted.get(excerpt.source, set()) | set(
            range(excerpt.first_line, excerpt.first_line + 12) if excerpt.first_line == 1 else ()
        )
        for number in sorted(n for n in numbers if excerpt.first_line <= n <= last) + list(
            range(max(last - 12, excerpt.first_line), last + 1)
        ):
            shown = lines[number - excerpt.first_line].strip()[:400]
            folded = _DIGITS.sub("0", shown)
            if shown and folded not in seen and used < _BUDGET:
                seen.add(folded)
                out.append(shown)
                used += len(shown)
    return "\n".join(out)
