"""The linear model: words, marks and the rules' shares to probabilities of leaves."""

import math
from collections import Counter
from typing import Any

import numpy as np
from rows import CLASSES, KINDS, Row, target
from scipy import optimize, sparse

from firstmile import taxonomy

FLOOR = 0.01
# Chosen by cross-validation. `trust`: weight of a reading beside the label; `group`: weight of the loss over groups.
SETTINGS = {"l2": 0.4, "mark": 0.6, "word": 3.0, "min_count": 3, "trust": 0.5, "group": 1.0, "written": 0.5, "steps": 80}
# Share of the rules' own mixture in the answer, beside the model's: it makes high confidences honest.
MIX = {"symptom": 0.0, "cause": 0.3, "stage": 0.0}


def membership(kind: str) -> np.ndarray:
    """(leaves, groups): 1 where a leaf belongs to a group. Stages are groups of their own."""
    names = CLASSES[kind]
    of = names if kind == "stage" else [taxonomy.group_of(name) for name in names]
    groups = sorted(set(of))
    return np.array([[float(own == group) for group in groups] for own in of])


class Trained:
    """Weights for all kinds over one vocabulary.

    Words weigh by inverse document frequency, over the length of the text; marks (modes, concepts, frames,
    exceptions) have one weight. The loss is the cross-entropy over leaves and over their groups.
    """

    def __init__(self, rows: list[Row], settings: dict[str, Any]) -> None:
        counts = Counter(f for row in rows for f in row["words"])
        self.scale = settings["word"]
        self.words = {
            f: math.log((1 + len(rows)) / (1 + n)) + 1 for f, n in counts.items() if n >= settings["min_count"]
        }
        marks = Counter(f for row in rows for f in row["marks"])
        self.marks = {f: settings["mark"] for f, n in marks.items() if n >= 2}
        self.columns = {f: i for i, f in enumerate([*self.words, *self.marks])}
        self.weights: dict[str, np.ndarray] = {}
        self.bias: dict[str, np.ndarray] = {}
        self.alpha: dict[str, float] = {}
        matrix = self.matrix(rows)
        importance = np.array([settings["written"] if row["origin"] == "written" else 1.0 for row in rows])[:, None]
        for kind in KINDS:
            self._fit(kind, matrix, rows, importance, settings)

    def matrix(self, rows: list[Row]) -> sparse.csr_matrix:
        data: list[float] = []
        indices: list[int] = []
        pointers = [0]
        for row in rows:
            known = [f for f in row["words"] if f in self.words]
            norm = math.sqrt(sum(self.words[f] ** 2 for f in known)) or 1.0
            data += [self.words[f] / norm * self.scale for f in known]
            indices += [self.columns[f] for f in known]
            for f in row["marks"]:
                if f in self.marks:
                    data.append(self.marks[f])
                    indices.append(self.columns[f])
            pointers.append(len(data))
        return sparse.csr_matrix((data, indices, pointers), shape=(len(rows), len(self.columns)))

    def shares(self, kind: str, rows: list[Row]) -> np.ndarray:
        names = CLASSES[kind]
        out = np.zeros((len(rows), len(names)))
        for i, row in enumerate(rows):
            if share := row["shares"].get(kind):
                out[i] = [math.log((share.get(name, 0.0) + FLOOR) / (1 + FLOOR * len(names))) for name in names]
        return out

    def _fit(
        self, kind: str, x: sparse.csr_matrix, rows: list[Row], importance: np.ndarray, settings: dict[str, Any]
    ) -> None:
        y = np.array([target(row, kind, settings["trust"]) for row in rows])
        share, member = self.shares(kind, rows), membership(kind)
        d, c, l2, gamma = x.shape[1], y.shape[1], settings["l2"], settings["group"]
        y_group = y @ member
        xt = x.T.tocsr()

        def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
            w, b, a = theta[: d * c].reshape(d, c), theta[d * c : -1], theta[-1]
            z = x @ w + b + a * share
            z -= z.max(1, keepdims=True)
            log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
            p = np.exp(log_p)
            p_group = p @ member + 1e-12
            value = -(importance * (y * log_p)).sum() - gamma * (importance * y_group * np.log(p_group)).sum()
            g = importance * (p - y + gamma * (p - p * ((y_group / p_group) @ member.T)))
            value += l2 / 2 * (w**2).sum() + 0.05 * (b**2).sum()
            return value, np.concatenate([(xt @ g + l2 * w).ravel(), g.sum(0) + 0.1 * b, [(g * share).sum()]])

        start = np.zeros(d * c + c + 1)
        start[-1] = 0.7
        found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": settings["steps"]})
        self.weights[kind] = found.x[: d * c].reshape(d, c)
        self.bias[kind] = found.x[d * c : -1]
        self.alpha[kind] = float(found.x[-1])

    def logits(self, kind: str, rows: list[Row]) -> np.ndarray:
        return self.matrix(rows) @ self.weights[kind] + self.bias[kind] + self.alpha[kind] * self.shares(kind, rows)
