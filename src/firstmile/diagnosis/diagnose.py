"""From an incident to its diagnosis."""

from collections.abc import Mapping
from operator import itemgetter
from typing import NamedTuple

from firstmile import taxonomy
from firstmile.catalogue import Catalogue
from firstmile.diagnosis.anchors import ANCHORS
from firstmile.diagnosis.candidates import Candidate, Candidates, gather, mixture
from firstmile.diagnosis.digest import digest
from firstmile.diagnosis.features import text_features
from firstmile.diagnosis.observed import observed
from firstmile.diagnosis.textmodel import TextModel
from firstmile.facts.environment import Environment, environment
from firstmile.facts.errors import ErrorEvent, error_events
from firstmile.facts.frames import frames
from firstmile.facts.incident import Incident
from firstmile.facts.lines import level_of
from firstmile.model import (
    DIAGNOSED,
    NO_FAILURE,
    UNRECOGNISED,
    Cascade,
    Cause,
    Diagnosis,
    Evidence,
    NotEvaluated,
    Ranked,
    Remedy,
)
from firstmile.rules import Advice, Situation, advise

# Below these the text model alone is not believed enough to call an incident diagnosed.
_SURE_SYMPTOM = 0.45
_SHOWN_CAUSES = 5
_SMALLEST_SHOWN = 0.03
_LOOK_AT = 6


class Reading(NamedTuple):
    """What was found in an incident before anything is concluded from it."""

    candidates: Candidates
    events: list[ErrorEvent]
    environment: Environment
    words: set[str]
    marks: set[str]
    shares: dict[str, dict[str, float]]
    advice: list[Advice]
    text: str


def read_incident(
    incident: Incident, catalogue: Catalogue, title: str = "", is_report: bool = False
) -> Reading:
    """Gather candidates, errors and facts, and the features that the ranker sees."""
    candidates = gather(
        catalogue.program, incident.hits, catalogue.modes, len(incident.sizes), observed(incident.excerpts)
    )
    events = error_events(incident.excerpts)
    facts = environment(incident.excerpts)
    text = digest(incident, events, candidates)
    situation = Situation(candidates, events, facts, f"{title}\n{text}")
    advice = advise(situation)
    marks = catalogue.lexicon.marks(incident.excerpts, title) if is_report else set()
    # What another error explains says nothing more once that error is there.
    cascades = [] if candidates.roots else candidates.cascades
    for group, prefix in ((candidates.roots, "m:"), (cascades, "k:"), (candidates.context, "c:")):
        marks.update(prefix + candidate.mode.id for candidate in group)
    if candidates.roots:
        marks.add("m1:" + candidates.roots[0].mode.id)
    else:
        marks.add("m:none")
    names = [event.name for event in events if event.kind == "exception"]
    marks.update("x:" + name for name in names)
    if names:
        marks.add("xl:" + names[-1])
    marks.update("e:" + event.kind for event in events)
    trace = frames(incident.excerpts)
    marks.update("f:" + name for name in trace.functions)
    marks.update("lib:" + name for name in trace.packages)
    if trace.last:
        marks.add("last:" + trace.last)
    if not events:
        marks.add("e:none")
    for fact in facts.facts:
        if fact.key == "platform":
            marks.add("p:" + fact.value)
    shares = {
        "symptom": mixture(candidates.roots, "symptoms"),
        "cause": mixture(candidates.roots, "causes"),
        "stage": mixture(candidates.roots, "stages"),
    }
    for item in advice:
        for code, factor in item.shifts:
            if code in shares["cause"]:
                shares["cause"][code] *= factor
        total = sum(shares["cause"].values())
        if total:
            shares["cause"] = {code: share / total for code, share in shares["cause"].items()}
    return Reading(
        candidates, events, facts, text_features(title, text), marks, shares, advice, text
    )


Group = tuple[str, float, list[tuple[str, float]]]


def _by_group(distribution: Mapping[str, float]) -> list[Group]:
    """(group, its probability, its leaves best first), best group first."""
    groups: dict[str, list[tuple[str, float]]] = {}
    for row in distribution.items():
        groups.setdefault(taxonomy.group_of(row[0]), []).append(row)
    rows = [
        (group, sum(p for _, p in leaves), sorted(leaves, key=itemgetter(1), reverse=True))
        for group, leaves in groups.items()
    ]
    return sorted(rows, key=itemgetter(1), reverse=True)


def rank_symptoms(distribution: Mapping[str, float], shown: int = 5) -> tuple[Ranked, ...]:
    """Leaves of the likeliest group first, then the others by probability."""
    groups = _by_group(distribution)
    first = groups[0][2][0]
    rest = sorted(
        ((code, p) for code, p in distribution.items() if code != first[0]), key=lambda row: -row[1]
    )
    rows = [first, *(row for row in rest if row[1] >= _SMALLEST_SHOWN)][:shown]
    return tuple(Ranked(code, taxonomy.label_of(code), round(p, 3)) for code, p in rows)


def _fill(text: str | None, known: Mapping[str, str]) -> str | None:
    if text is None:
        return None
    for name, value in known.items():
        text = text.replace("{" + name + "}", value)
    return text


def captures(candidate: Candidate) -> dict[str, str]:
    """Named groups of the signatures, found again on the lines that fired them."""
    import re

    found: dict[str, str] = {}
    for index in candidate.signatures:
        signature = candidate.mode.signatures[index]
        if "(?P<" not in signature.pattern:
            continue
        compiled = re.compile(signature.pattern, re.IGNORECASE if signature.ignore_case else 0)
        for line in candidate.evidence:
            if match := compiled.search(line.text):
                for name, value in match.groupdict().items():
                    if value and name not in found:
                        found[name] = " ".join(value.split())[:80]
                break
    return found


def remedies_of(candidate: Candidate, facts: Environment) -> list[Remedy]:
    """Remedies with the user's own words and numbers; those whose numbers are unknown are left out."""
    known = captures(candidate)
    for fact in facts.facts:
        known.setdefault(fact.key.replace(".", "_").replace("-", "_"), fact.value)
    out = []
    for template in candidate.mode.remedies:
        if template.placeholders() <= set(known):
            when = _fill(template.when, known)
            if template.costs:
                when = f"{when}; costs: {template.costs}" if when else f"costs: {template.costs}"
            out.append(Remedy(_fill(template.do, known) or "", _fill(template.command, known), when))
    return out


def _cause(group: Group, reading: Reading) -> Cause:
    name, probability, leaves = group
    supporters = sorted(
        (
            (candidate.weight * sum(w for code, w in candidate.mode.causes if taxonomy.group_of(code) == name), candidate)
            for candidate in reading.candidates.roots
        ),
        key=lambda row: -row[0],
    )
    # A second mode joins in only where it says about as much as the first one.
    supporters = [row for row in supporters[:2] if row[0] > 0.05 and row[0] >= 0.4 * supporters[0][0]]
    code = leaves[0][0]
    label = taxonomy.label_of(code)
    if not supporters:
        return Cause(
            code, label, round(probability, 3), None, None,
            "No known signature points here; the wording of the text resembles cases with this cause.",
            (), (), (),
        )
    best = supporters[0][1]
    remedies: list[Remedy] = []
    for item in reading.advice:
        if any(item.mode_id == candidate.mode.id for _, candidate in supporters):
            remedies.extend(r for r in item.remedies if r not in remedies)
    for _, candidate in supporters:
        remedies.extend(r for r in remedies_of(candidate, reading.environment) if r not in remedies)
    confirm = list(best.mode.confirm)
    if len(leaves) > 1 and leaves[1][1] > 0.3 * probability:
        confirm.append(f"It may as well be {taxonomy.label_of(leaves[1][0])}.")
    return Cause(
        code, label, round(probability, 3), best.mode.id, best.mode.title, best.mode.why,
        tuple(dict.fromkeys(line for _, c in supporters for line in c.evidence))[:4],
        tuple(remedies), tuple(confirm),
    )


def rank_causes(distribution: Mapping[str, float], reading: Reading) -> tuple[Cause, ...]:
    """One entry for each cause group, its likeliest leaf named, with the group's probability."""
    groups = _by_group(distribution)
    shown = [g for i, g in enumerate(groups) if i < 3 or g[1] >= _SMALLEST_SHOWN][:_SHOWN_CAUSES]
    return tuple(_cause(group, reading) for group in shown)


def _shifted(causes: dict[str, float], advice: list[Advice]) -> dict[str, float]:
    """What rules computed from the user's own numbers weighs more than the wording of a text."""
    causes = dict(causes)
    for item in advice:
        for code, factor in item.shifts:
            causes[code] *= factor
    total = sum(causes.values())
    return {code: share / total for code, share in causes.items()}


def _anchored(incident: Incident, catalogue: Catalogue) -> list[tuple[bool, str, Evidence]]:
    base = catalogue.program.size
    return [
        (ANCHORS[hit.pattern - base].sure, ANCHORS[hit.pattern - base].kind, hit.evidence)
        for hit in incident.hits
        if base <= hit.pattern < base + len(ANCHORS)
    ]


def look_at(reading: Reading, anchored: list[tuple[bool, str, Evidence]]) -> tuple[Evidence, ...]:
    """Lines that a person should read when nothing was recognised: first and last errors."""
    lines = [event.evidence for event in reading.events if event.kind != "level"]
    lines += [event.evidence for event in reading.events if event.kind == "level"]
    lines += [evidence for _, kind, evidence in anchored if kind != "traceback"]
    unique = list({(line.source, line.line): line for line in lines}.values())
    chosen = unique if len(unique) <= _LOOK_AT else unique[: _LOOK_AT // 2] + unique[-_LOOK_AT // 2 :]
    return tuple(sorted(chosen, key=lambda line: line.line))


# Programs that go on without an optional part say so in the words of a failure.
_OPTIONAL = ("failed to load", "failed to import", "falling back", "fallback", "using default", "optional")


def _is_optional(line: str) -> bool:
    return any(words in line.lower() for words in _OPTIONAL)


def is_failure(
    reading: Reading, anchored: list[tuple[bool, str, Evidence]], is_report: bool
) -> bool:
    """A report tells of a failure by its nature; a log must show one."""
    candidates = reading.candidates
    if is_report or candidates.cascades or any(sure for sure, _, _ in anchored):
        return True
    if any(
        c.weight > 1.0 and not all(_is_optional(e.text) or level_of(e.text) == "info" for e in c.evidence)
        for c in candidates.roots
    ):
        return True
    return any(event.kind == "level" for event in reading.events)


def diagnose(
    incident: Incident, catalogue: Catalogue, model: TextModel, *, title: str = "", is_report: bool = False
) -> Diagnosis:
    """Read and conclude. `is_report` says that a person wrote the text in order to tell of a failure."""
    reading = read_incident(incident, catalogue, title, is_report)
    return conclude(reading, incident, catalogue, model, is_report=is_report)


def conclude(
    reading: Reading,
    incident: Incident,
    catalogue: Catalogue,
    model: TextModel,
    *,
    is_report: bool = False,
    not_evaluated: tuple[NotEvaluated, ...] = (),
) -> Diagnosis:
    """From what was read to the answer."""
    anchored = _anchored(incident, catalogue)
    facts = reading.environment.facts
    if not is_failure(reading, anchored, is_report):
        missed = NotEvaluated(
            "whether launch, model and machine fit each other",
            "diagnose explains failures that a text shows and predicts none",
        )
        return Diagnosis(NO_FAILURE, (), (), None, (), (), (*not_evaluated, missed), facts, ())
    distribution = model.distribution(reading.words, reading.marks, reading.shares)
    symptoms = rank_symptoms(distribution["symptom"])
    causes = rank_causes(_shifted(distribution["cause"], reading.advice), reading)
    stage_label, stage_probability = max(distribution["stage"].items(), key=lambda row: row[1])
    cascade = tuple(
        Cascade(c.mode.id, c.mode.title, c.evidence[0]) for c in reading.candidates.cascades
    )
    known = any(c.weight >= 0.6 for c in reading.candidates.roots)
    status = DIAGNOSED if known or (is_report and symptoms[0].confidence >= _SURE_SYMPTOM) else UNRECOGNISED
    missing = list(not_evaluated)
    if cascade and not reading.candidates.roots:
        missing.append(
            NotEvaluated(
                "the first error",
                "this text holds only errors that another one caused; look for the first traceback in"
                " the log of the process or rank that failed first",
            )
        )
    return Diagnosis(
        status, symptoms, causes, Ranked(stage_label, stage_label, round(stage_probability, 3)),
        cascade, (), tuple(missing), facts,
        look_at(reading, anchored) if not known else (),
    )
