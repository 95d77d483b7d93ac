"""Whether an answer is right, and what follows from many: shares with bootstrap intervals, calibration, confusion."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from firstmile.study import labels
from firstmile.study.analysis.statistics import wilson
from firstmile.study.evaluation.answers import Answer
from firstmile.study.evaluation.cases import Case

SURE = 0.8
DRAWS = 4000
_SEED = 20260120
NOTHING = "(nothing)"

Floats = npt.NDArray[np.float64]


class Measure(NamedTuple):
    """A question to put to every answer."""

    name: str
    field: str
    level: int  # 9 for the whole path
    among: int  # how many of the ranked labels may hold the right one


MEASURES = (
    Measure("symptom group @1", "symptom", 1, 1), Measure("symptom leaf @1", "symptom", 9, 1), Measure("symptom group @3", "symptom", 1, 3),
    Measure("root-cause group @1", "root_cause", 1, 1), Measure("root-cause leaf @1", "root_cause", 9, 1),
    Measure("root-cause group @3", "root_cause", 1, 3), Measure("stage", "stage", 1, 1),
)


def ranked_at(answer: Answer, field: str, level: int) -> list[tuple[str, float]]:
    """An answer's labels at a level: the confidence of a group is that of all its leaves."""
    sums: dict[str, float] = {}
    for label, confidence in answer.ranked(field):
        cut = labels.at_level(label, level)
        sums[cut] = sums.get(cut, 0.0) + confidence
    order = list(sums)
    return sorted(sums.items(), key=lambda one: (-one[1], order.index(one[0])))


def hits(cases: Sequence[Case], answers: Sequence[Answer], measure: Measure) -> Floats:
    """1 for each answer that is right."""
    found = []
    for case, answer in zip(cases, answers, strict=True):
        right = {labels.at_level(label, measure.level) for label in case.right(measure.field)}
        said = [label for label, _ in ranked_at(answer, measure.field, measure.level)[: measure.among]]
        found.append(float(bool(right & set(said))))
    return np.array(found)


def weights(n: int, draws: int = DRAWS) -> Floats:
    """How often each case is counted in each resampled set: the same sets for every guesser, so that differences are paired."""
    found: Floats = np.random.default_rng(_SEED).multinomial(n, np.full(n, 1 / n), size=draws) / n
    return found


def share(values: Floats, drawn: Floats) -> dict[str, Any]:
    """A share with its bootstrap interval."""
    low, high = np.percentile(drawn @ values, [2.5, 97.5])
    return {"value": round(float(values.mean()), 4), "interval": [round(float(low), 4), round(float(high), 4)]}


def difference(ours: Floats, theirs: Floats, drawn: Floats) -> dict[str, Any]:
    """How much better we are than another guesser on the same cases; sure if the interval leaves out 0."""
    low, high = np.percentile(drawn @ (ours - theirs), [2.5, 97.5])
    return {"value": round(float((ours - theirs).mean()), 4), "interval": [round(float(low), 4), round(float(high), 4)], "sure": bool(low > 0 or high < 0)}


def calibration(cases: Sequence[Case], answers: Sequence[Answer], bins: int = 10) -> dict[str, Any]:
    """How often the first root-cause group is right when it is said with so much confidence."""
    right = hits(cases, answers, Measure("", "root_cause", 1, 1))
    said = np.array([ranked_at(answer, "root_cause", 1)[0][1] if answer.root_cause else 0.0 for answer in answers])
    place = np.minimum((said * bins).astype(int), bins - 1)
    rows, error = [], 0.0
    for n in range(bins):
        inside = place == n
        count = int(inside.sum())
        if not count:
            continue
        hit = int(right[inside].sum())
        rows.append({
            "from": n / bins, "to": (n + 1) / bins, "n": count, "confidence": round(float(said[inside].mean()), 4), "right": round(hit / count, 4),
            "interval": [round(bound, 4) for bound in wilson(hit, count)],
        })
        error += count / len(said) * abs(hit / count - float(said[inside].mean()))
    sure = said >= SURE
    return {
        "bins": rows, "expected_calibration_error": round(error, 4), "brier": round(float(((said - right) ** 2).mean()), 4),
        "sure_at": SURE, "sure_share": round(float(sure.mean()), 4), "right_where_sure": round(float(right[sure].mean()), 4) if sure.any() else None,
        "right_where_sure_interval": [round(bound, 4) for bound in wilson(int(right[sure].sum()), int(sure.sum()))] if sure.any() else None,
    }


def confusion(cases: Sequence[Case], answers: Sequence[Answer], field: str) -> dict[str, dict[str, int]]:
    """True group to said group to count. A case with two right labels counts as the one that was said, if it was."""
    table: dict[str, dict[str, int]] = {}
    for case, answer in zip(cases, answers, strict=True):
        ranked = ranked_at(answer, field, 1)
        said = ranked[0][0] if ranked else NOTHING
        true = [labels.at_level(label, 1) for label in case.right(field)]
        row = table.setdefault(said if said in true else true[0], {})
        row[said] = row.get(said, 0) + 1
    order = [name for name in labels.groups(field) if name in table or any(name in row for row in table.values())]
    columns = order + ([NOTHING] if any(NOTHING in row for row in table.values()) else [])
    return {name: {column: table.get(name, {}).get(column, 0) for column in columns} for name in order}


def macro_f1(table: dict[str, dict[str, int]]) -> float:
    """The mean over groups of how well each is found, however rare it is."""
    scores = []
    for name, row in table.items():
        true, said = sum(row.values()), sum(other.get(name, 0) for other in table.values())
        if true:
            scores.append(2 * row.get(name, 0) / (true + said))
    return round(float(np.mean(scores)), 4) if scores else 0.0
