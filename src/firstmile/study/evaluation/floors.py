"""What any diagnoser must beat, each measured on cases that it has not seen (cross-validation).

- majority: always the commonest label.
- symptom only: told the true symptom leaf, the commonest cause of cases with it (an oracle that reads no report).
- tf-idf: words and characters of the report, logistic regression.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from firstmile.study import labels
from firstmile.study.evaluation.answers import Answer
from firstmile.study.evaluation.cases import Case
from firstmile.study.near_duplicates import find

FOLDS = 5
_SEED = 20260120
FEWEST = 20  # cases for a text model to learn anything from


def folds(cases: Sequence[Case], count: int = FOLDS) -> list[list[int]]:
    """Places of the cases of each fold; reports that say nearly the same stay together."""
    together = {str(n): n for n in range(len(cases))}

    def root(n: int) -> int:
        while together[str(n)] != n:
            n = together[str(n)]
        return n

    for pair in find(((str(n), f"{case.title}\n{case.report}") for n, case in enumerate(cases)), 0.6):
        together[str(max(root(int(pair.first)), root(int(pair.second))))] = min(root(int(pair.first)), root(int(pair.second)))
    groups: dict[int, list[int]] = {}
    for n in range(len(cases)):
        groups.setdefault(root(n), []).append(n)
    order = list(groups.values())
    np.random.default_rng(_SEED).shuffle(order)
    parts: list[list[int]] = [[] for _ in range(min(count, len(order)))]
    for group in sorted(order, key=len, reverse=True):
        min(parts, key=len).extend(group)
    return [part for part in parts if part]


def _ranking(counts: Counter[str]) -> tuple[tuple[str, float], ...]:
    total = sum(counts.values())
    return tuple((label, n / total) for label, n in counts.most_common())


def _counted(cases: Sequence[Case], field: str) -> Counter[str]:
    return Counter(case.right(field)[0] for case in cases)


def majority(train: Sequence[Case], test: Sequence[Case]) -> list[Answer]:
    """The commonest labels, for every case."""
    symptom, cause, stage = (_ranking(_counted(train, field)) for field in labels.FIELDS)
    answer = Answer(symptom, cause, stage, True)
    return [answer] * len(test)


def symptom_only(train: Sequence[Case], test: Sequence[Case]) -> list[Answer]:
    """The commonest causes and stages of the case's true symptom leaf, its group, or of all."""
    answers = []
    for case in test:
        true = case.symptom[0]
        same = [one for one in train if one.symptom[0] == true]
        same = same or [one for one in train if labels.at_level(one.symptom[0], 1) == labels.at_level(true, 1)] or list(train)
        answers.append(Answer(((true, 1.0),), _ranking(_counted(same, "root_cause")), _ranking(_counted(same, "stage")), True))
    return answers


def tf_idf(train: Sequence[Case], test: Sequence[Case]) -> list[Answer]:
    """Logistic regression on weighted words and characters; characters also reach Chinese, which has no blanks."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_union

    features = make_union(
        TfidfVectorizer(sublinear_tf=True, min_df=2, ngram_range=(1, 2), max_features=60_000),
        TfidfVectorizer(sublinear_tf=True, min_df=2, analyzer="char_wb", ngram_range=(2, 4), max_features=60_000),
    )
    seen = features.fit_transform([f"{case.title}\n{case.report}"[:20_000] for case in train])
    unseen = features.transform([f"{case.title}\n{case.report}"[:20_000] for case in test])
    ranked: dict[str, list[tuple[tuple[str, float], ...]]] = {}
    for field in labels.FIELDS:
        wanted = [case.right(field)[0] for case in train]
        if len(set(wanted)) < 2:
            ranked[field] = [((wanted[0], 1.0),)] * len(test)
            continue
        model = LogisticRegression(C=10, max_iter=500).fit(seen, wanted)
        ranked[field] = [
            tuple(sorted(((str(label), float(p)) for label, p in zip(model.classes_, row, strict=True)), key=lambda one: -one[1]))
            for row in model.predict_proba(unseen)
        ]
    return [Answer(ranked["symptom"][n], ranked["root_cause"][n], ranked["stage"][n], True) for n in range(len(test))]


def cross_validated(cases: Sequence[Case]) -> dict[str, list[Answer]]:
    """Each floor's answers, in the order of the cases; without the text model where there are too few cases."""
    guessers = {"majority": majority, "symptom only": symptom_only}
    if len(cases) >= FEWEST:
        guessers["tf-idf"] = tf_idf
    parts = folds(cases)
    found: dict[str, list[Answer]] = {}
    if len(parts) < 2:
        return found
    for name, guess in guessers.items():
        answers: dict[int, Answer] = {}
        for part in parts:
            held = set(part)
            train = [case for n, case in enumerate(cases) if n not in held]
            answers.update(zip(part, guess(train, [cases[n] for n in part]), strict=True))
        found[name] = [answers[n] for n in range(len(cases))]
    return found
