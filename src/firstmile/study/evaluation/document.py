"""The whole evaluation as one document. Headlines, comparisons and calibration are of cases that were not trained on."""

from collections.abc import Sequence
from typing import Any

from firstmile.study import labels
from firstmile.study.evaluation import answers as guessing
from firstmile.study.evaluation import floors, measures
from firstmile.study.evaluation.cases import Case
from firstmile.study.evaluation.seen import seen

OURS = "firstmile"
# Annotators disagree on more root-cause leaves than this; who is right more often has probably seen the answers.
TOO_GOOD = 0.9


def evaluate(cases: Sequence[Case]) -> dict[str, Any]:
    """The diagnoser and the floors on the same unseen cases; what it remembers of the others, apart."""
    known = seen(cases)
    fresh = [n for n, case in enumerate(cases) if case.id not in known]
    guessers = {OURS: guessing.diagnoser(cases), **floors.cross_validated(cases)}
    found: dict[str, Any] = {
        "schema": "firstmile.study-evaluation/1", "cases": len(cases), "unseen": len(fresh), "trained_on": sorted(known),
        "guessers": list(guessers), "measures": {}, "macro_f1": {}, "confusion": {}, "calibration": None, "not_diagnosed": 0,
        "by_language": {}, "misses": [], "remembered": _remembered([c for c in cases if c.id in known], [
            a for c, a in zip(cases, guessers[OURS], strict=True) if c.id in known]),
    }
    if fresh:
        chosen = [cases[n] for n in fresh]
        found |= _measured(chosen, {name: [given[n] for n in fresh] for name, given in guessers.items()})
    found["notes"] = _notes(found)
    return found


def _measured(cases: Sequence[Case], guessers: dict[str, list[guessing.Answer]]) -> dict[str, Any]:
    ours, drawn = guessers[OURS], measures.weights(len(cases))
    table: dict[str, Any] = {}
    for measure in measures.MEASURES:
        hits = {name: measures.hits(cases, given, measure) for name, given in guessers.items()}
        table[measure.name] = {
            name: {**measures.share(values, drawn), **({} if name == OURS else {"firstmile_better_by": measures.difference(hits[OURS], values, drawn)})}
            for name, values in hits.items()
            if not (name == "symptom only" and measure.field == "symptom")  # it is told the symptom
        }
    confusions = {field: measures.confusion(cases, ours, field) for field in labels.FIELDS}
    return {
        "measures": table, "macro_f1": {field: measures.macro_f1(one) for field, one in confusions.items()}, "confusion": confusions,
        "calibration": measures.calibration(cases, ours), "not_diagnosed": sum(not one.claimed for one in ours),
        "by_language": _by_language(cases, ours), "misses": _misses(cases, ours),
    }


def _remembered(cases: Sequence[Case], ours: Sequence[guessing.Answer]) -> dict[str, float]:
    """What the diagnoser says of cases that it was trained on. No measurement, and compared with nothing."""
    return {measure.name: round(float(measures.hits(cases, ours, measure).mean()), 4) for measure in measures.MEASURES} if cases else {}


def _by_language(cases: Sequence[Case], ours: Sequence[guessing.Answer]) -> dict[str, Any]:
    names = sorted({case.language for case in cases if case.language})
    found = {}
    for name in names if len(names) > 1 else []:
        chosen = [(case, answer) for case, answer in zip(cases, ours, strict=True) if case.language == name]
        found[name] = {"cases": len(chosen), **{
            measure.name: round(float(measures.hits([c for c, _ in chosen], [a for _, a in chosen], measure).mean()), 4) for measure in measures.MEASURES}}
    return found


def _misses(cases: Sequence[Case], ours: Sequence[guessing.Answer]) -> list[dict[str, Any]]:
    """Cases whose symptom group, cause group or stage is wrong, the surest mistakes first."""
    misses = []
    for case, answer in zip(cases, ours, strict=True):
        wrong = {}
        for field in labels.FIELDS:
            ranked = measures.ranked_at(answer, field, 1)
            if not ranked or ranked[0][0] not in {labels.at_level(label, 1) for label in case.right(field)}:
                wrong[field] = {"right": list(case.right(field)), "said": [label for label, _ in answer.ranked(field)[:3]], "confidence": round(ranked[0][1], 4) if ranked else 0.0}
        if wrong:
            misses.append({"id": case.id, "url": case.url, "title": case.title, "wrong": wrong})
    return sorted(misses, key=lambda miss: -max(one["confidence"] for one in miss["wrong"].values()))


def _notes(found: dict[str, Any]) -> list[str]:
    notes = ["Floors are cross-validated on these cases; reports that say nearly the same stay on one side of a split."]
    if found["trained_on"]:
        notes.append(
            f"{len(found['trained_on'])} of {found['cases']} cases were used to train the diagnoser. They are in no figure above: what it says of them is "
            "memory. For cross-validated figures on them run python tools/ranker --evaluate-only.")
    leaf = found["measures"].get("root-cause leaf @1", {}).get(OURS)
    if leaf and leaf["value"] > TOO_GOOD and found["unseen"] >= floors.FEWEST:
        notes.append(
            f"Right for {100 * leaf['value']:.0f} % of root-cause leaves is more than annotators agree on: these cases were probably trained on "
            "under other ids. Do not quote these figures.")
    if "tf-idf" not in found["guessers"]:
        notes.append(f"No text model: {found['cases']} cases are too few to learn from.")
    return notes
