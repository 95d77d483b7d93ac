"""From fired signatures to candidate failure modes: who is a root, who is a cascade, who spoke first."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from firstmile.diagnosis.matcher import Program, satisfied
from firstmile.facts.incident import Hit
from firstmile.facts.lines import Stamp, level_of, rank_of, stamp_of, strip_prefix
from firstmile.failuremodes.mode import Mode
from firstmile.model import Evidence

_STRENGTH = {"definite": 4.0, "strong": 2.0, "weak": 0.7}
_SHOWN_PER_MODE = 4
_RAISES = re.compile(r"\s*(?:raise |assert |logger\.|print\()")


class Candidate(NamedTuple):
    """A mode that fired, with the lines that fired it, earliest first, and its weight."""

    mode: Mode
    evidence: tuple[Evidence, ...]
    signatures: tuple[int, ...]
    weight: float


class Candidates(NamedTuple):
    """Fired modes by role; each list is ordered, most telling first."""

    roots: list[Candidate]
    cascades: list[Candidate]
    context: list[Candidate]


def _order(evidence: Evidence) -> tuple[Stamp, int]:
    return stamp_of(evidence.text) or Stamp("", -1.0), evidence.line


def earliest(lines: list[Evidence], sources: int) -> list[Evidence]:
    """Lines in the order in which they happened.

    Within one source that is the order of lines. Over several sources (one file a rank) it is the order
    of their timestamps where every line has one of the same shape; line numbers do not compare.
    """
    if sources > 1:
        stamps = [stamp_of(line.text) for line in lines]
        if all(stamps) and len({bool(s.date) for s in stamps if s}) == 1:
            return sorted(lines, key=_order)
    return sorted(lines, key=lambda line: line.line)


def gather(
    program: Program,
    hits: list[Hit],
    modes: Mapping[str, Mode],
    sources: int = 1,
    seen: Mapping[str, list[Evidence]] | None = None,
) -> Candidates:
    """Sort out what fired; `seen` are modes that were observed in numbers and answers, with their lines.

    A root that declares `explains` turns the modes it names into cascades. Warnings count less than
    errors, hints less than definite texts, and among equals the earlier line goes first.
    """
    lines: dict[int, list[Evidence]] = {}
    for hit in hits:
        if hit.pattern < program.size:
            lines.setdefault(hit.pattern, []).append(hit.evidence)
    fired: list[tuple[Mode, list[Evidence], list[int]]] = []
    for mode_id, found in satisfied(program, lines).items():
        evidence: dict[tuple[str, int], Evidence] = {}
        for _, number in found:
            for line in lines[number]:
                evidence.setdefault((line.source, line.line), line)
        # A traceback shows the source line that raises before the message itself: the message is the evidence.
        spoken = [line for line in evidence.values() if not _RAISES.match(strip_prefix(line.text))]
        ordered = earliest(spoken or list(evidence.values()), sources)
        fired.append((modes[mode_id], ordered, [signature for signature, _ in found]))
    named = {mode.id for mode, _, _ in fired}
    # A run that stopped on a definite error was not followed long enough to judge its loss or its answers.
    stopped = any(mode.role == "root" and mode.strength == "definite" for mode, _, _ in fired)
    fired.extend(
        (modes[mode_id], lines_seen, [])
        for mode_id, lines_seen in (seen or {}).items()
        if mode_id in modes and mode_id not in named and not stopped
    )
    explained = {target for mode, _, _ in fired if mode.role == "root" for target in mode.explains}
    result = Candidates([], [], [])
    first = {mode.id: earliest_line[0] for mode, earliest_line, _ in fired}
    order = {
        line: position
        for position, line in enumerate(earliest(list(dict.fromkeys(first.values())), sources))
    }
    for mode, evidence_lines, signatures in fired:
        # What was observed in numbers or answers is stronger than the prose signatures of the same mode.
        weight = _STRENGTH[mode.strength] if signatures else max(_STRENGTH[mode.strength], _STRENGTH["strong"])
        if all(level_of(line.text) in ("warning", "info") for line in evidence_lines):
            weight *= 0.4
        weight *= 0.85 ** min(order[first[mode.id]], 6)
        shown = tuple(
            line._replace(rank=line.rank or rank_of(line.text, line.source))
            for line in evidence_lines[:_SHOWN_PER_MODE]
        )
        candidate = Candidate(mode, shown, tuple(sorted(set(signatures))), weight)
        if mode.role == "cascade" or (mode.role == "root" and mode.id in explained):
            result.cascades.append(candidate)
        elif mode.role == "root":
            result.roots.append(candidate)
        else:
            result.context.append(candidate)
    for group in result:
        group.sort(key=lambda c: -c.weight)
    return result


def mixture(candidates: list[Candidate], field: str) -> dict[str, float]:
    """Codes with the share that the candidates' weights give them; empty without candidates."""
    total = sum(candidate.weight for candidate in candidates)
    shares: dict[str, float] = {}
    for candidate in candidates:
        for code, weight in getattr(candidate.mode, field):
            shares[code] = shares.get(code, 0.0) + candidate.weight * weight / total
    return shares
