"""Cross-validation and the figures that it gives: ours, and TF-IDF with logistic regression on the same folds."""

from collections.abc import Callable
from typing import Any

import numpy as np
from model import Trained, membership
from rows import CLASSES, KINDS, Row
from scipy import optimize

from firstmile import taxonomy
from firstmile.diagnosis.textmodel import feature_hash

Logits = dict[str, np.ndarray]


def softmax(z: np.ndarray) -> np.ndarray:
    p = np.exp(z - z.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True)


def folds_of(rows: list[Row], folds: int) -> np.ndarray:
    """A fold a row, by a hash of its case, so that it never changes."""
    return np.array([feature_hash("fold:" + row["group"]) % folds for row in rows])


def cross_validate(rows: list[Row], folds: int, predict: Callable[[list[Row], list[Row]], Logits]) -> Logits:
    """Out-of-fold logits of every row."""
    fold = folds_of(rows, folds)
    out: Logits = {kind: np.zeros((len(rows), len(CLASSES[kind]))) for kind in KINDS}
    for k in range(folds):
        test = [i for i, f in enumerate(fold) if f == k]
        if test:
            train = [row for row, f in zip(rows, fold, strict=True) if f != k]
            for kind, z in predict(train, [rows[i] for i in test]).items():
                out[kind][test] = z
    return out


def ours(extra: list[Row], settings: dict[str, Any]) -> Callable[[list[Row], list[Row]], Logits]:
    """The shipped model; `extra` rows are trained on in every fold and measured in none."""

    def predict(train: list[Row], test: list[Row]) -> Logits:
        model = Trained([*train, *extra], settings)
        return {kind: model.logits(kind, test) for kind in KINDS}

    return predict


def tf_idf(train: list[Row], test: list[Row]) -> Logits:
    """The floor: words and pairs of words, weighted, with logistic regression for each kind."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    def text(row: Row) -> str:
        return f"{row['title']}\n{row['report']}"

    # Chinese has no blanks: characters, as well as words, are the tokens.
    words = r"[\u4e00-\u9fff]|[A-Za-z_]{2,}|\d+"
    vectors = TfidfVectorizer(sublinear_tf=True, min_df=2, ngram_range=(1, 2), **{"token_pattern": words})
    x, t = vectors.fit_transform(map(text, train)), vectors.transform(map(text, test))
    out = {}
    for kind in KINDS:
        fitted = LogisticRegression(C=10, max_iter=300).fit(x, [row[kind] for row in train])
        z = np.full((len(test), len(CLASSES[kind])), -30.0)
        z[:, [CLASSES[kind].index(name) for name in fitted.classes_]] = np.log(fitted.predict_proba(t) + 1e-12)
        out[kind] = z
    return out


def temperature(kind: str, logits: np.ndarray, rows: list[Row]) -> float:
    """The temperature under which the true labels' groups are likeliest."""
    member = membership(kind)
    truth = np.array([member[CLASSES[kind].index(row[kind])] for row in rows])

    def cost(t: float) -> float:
        return float(-np.log((softmax(logits / t) @ member * truth).sum(1) + 1e-9).mean())

    return float(optimize.minimize_scalar(cost, bounds=(0.3, 5), method="bounded").x)


def probabilities(kind: str, logits: np.ndarray, rows: list[Row], temperature: float, mix: float) -> np.ndarray:
    """What `TextModel.distribution` answers: the model's softmax, mixed with the rules' shares where there are any."""
    p = softmax(logits / temperature)
    shares = np.array([[row["shares"].get(kind, {}).get(name, 0.0) for name in CLASSES[kind]] for row in rows])
    has = shares.sum(1) > 0
    p[has] = (1 - mix) * p[has] + mix * shares[has]
    return p


def score(rows: list[Row], logits: Logits, mixes: dict[str, float], which: list[int], temperatures: dict[str, float]) -> dict[str, float]:
    """The figures of one slice."""
    out: dict[str, float] = {"n": len(which)}
    for kind in KINDS:
        p = probabilities(kind, logits[kind][which], [rows[i] for i in which], temperatures[kind], mixes[kind])
        member = membership(kind)
        groups = p @ member
        truth = np.array([CLASSES[kind].index(rows[i][kind]) for i in which])
        true_group = member[truth].argmax(1)
        order = (-groups).argsort(1)
        # The leaf that is shown is the likeliest one of the likeliest group.
        leaf = np.where(member.T[order[:, 0]] > 0, p, -1.0).argmax(1)
        right = order[:, 0] == true_group
        out[f"{kind} group@1"] = right.mean()
        if kind == "stage":
            continue
        out[f"{kind} leaf@1"] = (leaf == truth).mean()
        out[f"{kind} group@3"] = (order[:, :3] == true_group[:, None]).any(1).mean()
        if kind == "cause":
            top = groups.max(1)
            out["says 0.8 or more"] = (top >= 0.8).mean()
            out["right where it does"] = right[top >= 0.8].mean() if (top >= 0.8).any() else float("nan")
            bins = np.minimum((top * 10).astype(int), 9)
            out["calibration error"] = sum(
                abs(right[bins == b].mean() - top[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())
            )
    return out


def slices(rows: list[Row]) -> dict[str, list[int]]:
    """All rows, by origin, and the Chinese ones."""
    out = {"all": list(range(len(rows)))}
    for origin in ("cases", "study", "elsewhere", "zoo"):
        out[origin] = [i for i, row in enumerate(rows) if row["origin"] == origin]
    out["apart"] = [i for i, row in enumerate(rows) if row["origin"] == "elsewhere" and row.get("apart")]
    out["zoo apart"] = [i for i, row in enumerate(rows) if row["origin"] == "zoo" and row.get("apart")]
    out["Chinese"] = [i for i, row in enumerate(rows) if row["lang"] == "zh"]
    return {name: which for name, which in out.items() if which}


def table(rows: list[Row], logits: Logits, temperatures: dict[str, float], mixes: dict[str, float]) -> str:
    columns = {name: score(rows, logits, mixes, which, temperatures) for name, which in slices(rows).items()}
    lines = [f"{'':20}" + "".join(f"{name:>11}" for name in columns)]
    for key in next(iter(columns.values())):
        lines.append(f"{key:20}" + "".join(
            f"{column[key]:>11.0f}" if key == "n" else f"{100 * column[key]:>10.1f}%" for column in columns.values()
        ))
    return "\n".join(lines)


def readers(rows: list[Row]) -> str:
    """How often a reading of the report alone, without its resolution, agrees with the label: how far one can get."""
    read = [row for row in rows if "symptom" in row["reading"]]
    out = []
    for kind in KINDS:
        names, member = CLASSES[kind], membership(kind)
        p = np.array([[row["reading"][kind].get(name, 0.0) for name in names] for row in read])
        truth = np.array([names.index(row[kind]) for row in read])
        order = (-(p @ member)).argsort(1)
        group = member[truth].argmax(1)
        out.append(f"{kind} group@1 {100 * (order[:, 0] == group).mean():.0f} %")
        if kind != "stage":
            out.append(f"leaf@1 {100 * (p.argmax(1) == truth).mean():.0f} %, group@3 {100 * (order[:, :3] == group[:, None]).any(1).mean():.0f} %")
    return f"readings of {len(read)} casebook reports alone agree with the labels: {', '.join(out)}"


def label_counts(rows: list[Row]) -> dict[str, int]:
    """Rows by group of the root cause."""
    out: dict[str, int] = {}
    for row in rows:
        name = taxonomy.label_of(taxonomy.group_of(row["cause"]))
        out[name] = out.get(name, 0) + 1
    return out
