"""Train the ranker's weights and the casebook's index, and cross-validate them.

Usage: python tools/train_ranker.py [--cases FILE.jsonl] [--study DIR] [--zoo DIR] [--evaluate-only] [--folds 10]

Reads `src/firstmile/casebook/data/*.jsonl` and, where given, labelled cases (`gold_symptom`,
`gold_root_cause`, `gold_stage`) and the study's public data, whose labels then replace the casebook's
own for the same threads, and a folder of fault logs (`*/log.txt` with `meta.json`). Writes `src/firstmile/diagnosis/weights.fmtm` and
`src/firstmile/casebook/similar.fmsi`. Needs numpy and scipy (extra `train`).
"""

import argparse
import json
import math
import re
import struct
import sys
from array import array
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy import optimize, sparse

from firstmile import catalogue as compiled
from firstmile import taxonomy
from firstmile.diagnosis.diagnose import read_incident
from firstmile.diagnosis.features import VERSION
from firstmile.diagnosis.textmodel import feature_hash
from firstmile.facts.incident import from_text

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src/firstmile/casebook/data"
KINDS = ("symptom", "cause", "stage")
FLOOR = 0.01
# Reports of one fault told twice: they must stand on one side of a split.
SAME = {
    "meta-llama/llama#918": "meta-llama/llama#913", "meta-llama/llama#930": "meta-llama/llama#928",
    "meta-llama/llama#960": "meta-llama/codellama#171",
}
# Chosen by cross-validation; see docs/decisions.
SETTINGS = {"l2": 0.4, "mark": 0.6, "word": 3.0, "min_count": 3}


def code(label: str) -> str:
    """The code of a label; stages are their own code."""
    return taxonomy.code_of(label) or label


def load_rows(cases: Path | None, study: Path | None) -> list[dict[str, Any]]:
    """All labelled reports; `origin` is study (annotators' labels) or casebook (our labels)."""
    annotated = study_labels(study) if study else {}
    rows, seen = [], set()
    if cases:
        for case in map(json.loads, cases.read_text("utf-8").splitlines()):
            labels = [case[f"gold_{k}"].split(" || ")[0] for k in ("symptom", "root_cause", "stage")]
            rows.append(row_of(case, labels, "cases"))
            seen.add(case["id"])
    for path in sorted(DATA.glob("*.jsonl")):
        for case in map(json.loads, path.read_text("utf-8").splitlines()):
            if case["id"] in seen:
                continue
            seen.add(case["id"])
            labels = [case["symptom"], case["root_cause"], case["stage"]]
            origin = "study" if case["id"] in annotated else "elsewhere"
            rows.append(row_of(case, annotated.get(case["id"], labels), origin))
    return rows


def zoo_rows(folder: Path) -> list[dict[str, Any]]:
    """Logs of faults made on purpose; controls and latent faults carry no label and are left out."""
    rows = []
    for path in sorted(folder.glob("*/meta.json")):
        meta = json.loads(path.read_text("utf-8"))
        labels = [meta["symptom"], meta["root_cause"], meta["stage"]]
        text = (path.parent / "log.txt").read_text("utf-8", "replace")
        if text.strip() and all(taxonomy.code_of(label) for label in labels[:2]):
            case = {"id": f"zoo/{path.parent.name}", "title": "", "report": text, "lang": "en"}
            rows.append(row_of(case, labels, "zoo"))
    return rows


def row_of(case: dict[str, Any], labels: list[str], origin: str) -> dict[str, Any]:
    return {
        "id": case["id"], "title": case["title"], "report": case["report"], "origin": origin,
        "lang": case["lang"], "group": SAME.get(case["id"], case["id"]),
        **dict(zip(KINDS, map(code, labels), strict=True)), "case": case,
    }


def study_labels(folder: Path) -> dict[str, list[str]]:
    """Thread to the annotators' labels, from the study's public files."""
    found = {}
    for path in folder.rglob("*.json"):
        for record in json.loads(path.read_text("utf-8")):
            match = re.search(r"github\.com/([^/]+/[^/]+)/(?:issues|discussions)/(\d+)", record["link"])
            if match:
                labels = [record["SYMPTOM"], record["ROOT CAUSE"], record["STAGE"]]
                labels[1] = labels[1].replace("Issues -  Architecture", "Issues - System Architecture")
                if all(taxonomy.code_of(label) for label in labels[:2]):
                    for name in {match[1], match[1].replace("QwenLM/Qwen2.5", "QwenLM/Qwen3")}:
                        found[f"{name}#{match[2]}"] = labels
    return found


def read_rows(rows: list[dict[str, Any]]) -> None:
    """Add words, marks and shares to each row, by the very code that diagnoses."""
    catalogue = compiled.load()
    for row in rows:
        text = f"{row['title']}\n{row['report']}" if row["title"] else row["report"]
        incident = from_text(text, catalogue.engines)
        reading = read_incident(incident, catalogue, row["title"])
        row.update(words=reading.words, marks=reading.marks, shares=reading.shares)
        row["modes"] = [candidate.mode.id for candidate in reading.candidates.roots]


class Trained:
    """Weights for all kinds over one vocabulary."""

    def __init__(self, rows: list[dict[str, Any]], settings: dict[str, Any]) -> None:
        counts = Counter(f for row in rows for f in row["words"])
        self.scale = settings["word"]
        self.words = {
            f: math.log((1 + len(rows)) / (1 + n)) + 1
            for f, n in counts.items() if n >= settings["min_count"]
        }
        marks = Counter(f for row in rows for f in row["marks"])
        self.marks = {f: settings["mark"] for f, n in marks.items() if n >= 2}
        self.columns = {f: i for i, f in enumerate([*self.words, *self.marks])}
        self.classes = {
            "symptom": sorted(taxonomy.leaf_codes("symptom")),
            "cause": sorted(taxonomy.leaf_codes("root_cause")),
            "stage": list(taxonomy.STAGES),
        }
        self.weights, self.bias, self.alpha = {}, {}, {}
        matrix = self.matrix(rows)
        for kind in KINDS:
            self._fit(kind, matrix, rows, settings["l2"])

    def matrix(self, rows: list[dict[str, Any]]) -> sparse.csr_matrix:
        data, indices, pointers = [], [], [0]
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

    def shares(self, kind: str, rows: list[dict[str, Any]]) -> np.ndarray:
        names = self.classes[kind]
        out = np.zeros((len(rows), len(names)))
        for i, row in enumerate(rows):
            share = row["shares"].get(kind)
            if share:
                for j, name in enumerate(names):
                    out[i, j] = math.log((share.get(name, 0.0) + FLOOR) / (1 + FLOOR * len(names)))
        return out

    def _fit(self, kind: str, x: sparse.csr_matrix, rows: list[dict[str, Any]], l2: float) -> None:
        names = self.classes[kind]
        y = np.array([names.index(row[kind]) for row in rows])
        share = self.shares(kind, rows)
        n, d, c = x.shape[0], x.shape[1], len(names)
        onehot = np.zeros((n, c))
        onehot[np.arange(n), y] = 1
        xt = x.T.tocsr()

        def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
            w, b, a = theta[: d * c].reshape(d, c), theta[d * c : -1], theta[-1]
            z = x @ w + b + a * share
            z -= z.max(1, keepdims=True)
            p = np.exp(z)
            p /= p.sum(1, keepdims=True)
            g = p - onehot
            value = -np.log(p[np.arange(n), y] + 1e-12).sum() + l2 / 2 * (w**2).sum() + 0.05 * (b**2).sum()
            gradient = np.concatenate(
                [(xt @ g + l2 * w).ravel(), g.sum(0) + 0.1 * b, [(g * share).sum()]]
            )
            return value, gradient

        start = np.zeros(d * c + c + 1)
        start[-1] = 0.7
        found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
        self.weights[kind] = found.x[: d * c].reshape(d, c)
        self.bias[kind] = found.x[d * c : -1]
        self.alpha[kind] = float(found.x[-1])

    def logits(self, kind: str, rows: list[dict[str, Any]]) -> np.ndarray:
        return self.matrix(rows) @ self.weights[kind] + self.bias[kind] + self.alpha[kind] * self.shares(kind, rows)


def softmax(z: np.ndarray) -> np.ndarray:
    p = np.exp(z - z.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True)


def temperature(logits: np.ndarray, y: np.ndarray, groups: list[str]) -> float:
    """The temperature under which the probability of the true label's group is likeliest."""
    names = sorted(set(groups))
    member = np.array([[g == name for name in names] for g in groups], float)

    def cost(t: float) -> float:
        p = softmax(logits / t) @ member
        return float(-np.log(p[np.arange(len(y)), [names.index(groups[i]) for i in y]] + 1e-9).mean())

    return float(optimize.minimize_scalar(cost, bounds=(0.3, 5), method="bounded").x)


def folds_of(rows: list[dict[str, Any]], folds: int) -> np.ndarray:
    """A fold a row, by a hash of its group, so that it never changes."""
    return np.array([feature_hash("fold:" + row["group"]) % folds for row in rows])


def cross_validate(
    rows: list[dict[str, Any]], settings: dict[str, Any], folds: int
) -> dict[str, np.ndarray]:
    """Out-of-fold logits of every row."""
    fold = folds_of(rows, folds)
    out: dict[str, np.ndarray] = {}
    for k in range(folds):
        train = [row for row, f in zip(rows, fold, strict=True) if f != k]
        test = [i for i, f in enumerate(fold) if f == k]
        if not test:
            continue
        model = Trained(train, settings)
        for kind in KINDS:
            z = model.logits(kind, [rows[i] for i in test])
            out.setdefault(kind, np.zeros((len(rows), z.shape[1])))[test] = z
    return out


def group_names(kind: str, classes: list[str]) -> list[str]:
    return [name if kind == "stage" else taxonomy.group_of(name) for name in classes]


def score(rows: list[dict[str, Any]], logits: dict[str, np.ndarray], which: list[int], temps: dict[str, float]) -> dict[str, float]:
    """The figures of DESIGN part 6 for some rows."""
    classes = {
        "symptom": sorted(taxonomy.leaf_codes("symptom")),
        "cause": sorted(taxonomy.leaf_codes("root_cause")), "stage": list(taxonomy.STAGES),
    }
    out: dict[str, float] = {"n": len(which)}
    for kind in KINDS:
        p = softmax(logits[kind][which] / temps[kind])
        groups = group_names(kind, classes[kind])
        names = sorted(set(groups))
        member = np.array([[g == name for name in names] for g in groups], float)
        pg = p @ member
        truth = [rows[i][kind] for i in which]
        truth_group = [t if kind == "stage" else taxonomy.group_of(t) for t in truth]
        order = (-pg).argsort(1)
        # the leaf shown is the best leaf of the best group
        leaf = [
            max((j for j, g in enumerate(groups) if g == names[order[r, 0]]), key=lambda j: p[r, j])
            for r in range(len(which))
        ]
        right = np.array([names[order[r, 0]] == truth_group[r] for r in range(len(which))])
        out[f"{kind} group@1"] = right.mean()
        out[f"{kind} leaf@1"] = np.mean([classes[kind][leaf[r]] == truth[r] for r in range(len(which))])
        out[f"{kind} group@3"] = np.mean([truth_group[r] in [names[j] for j in order[r, :3]] for r in range(len(which))])
        if kind == "cause":
            sure = pg.max(1) >= 0.8
            out["sure share"] = sure.mean()
            out["right where sure"] = right[sure].mean() if sure.any() else float("nan")
            bins = np.minimum((pg.max(1) * 10).astype(int), 9)
            out["ECE"] = sum(
                abs(right[bins == b].mean() - pg.max(1)[bins == b].mean()) * (bins == b).mean()
                for b in range(10) if (bins == b).any()
            )
    return out


def print_scores(rows: list[dict[str, Any]], logits: dict[str, np.ndarray], temps: dict[str, float]) -> None:
    slices = {"all": list(range(len(rows)))}
    for origin in ("cases", "study", "elsewhere", "zoo"):
        slices[origin] = [i for i, row in enumerate(rows) if row["origin"] == origin]
    slices = {name: which for name, which in slices.items() if which}
    table = {name: score(rows, logits, which, temps) for name, which in slices.items()}
    print(f"{'':18}" + "".join(f"{name:>11}" for name in table))
    for key in next(iter(table.values())):
        print(f"{key:18}" + "".join(
            f"{column[key]:>11.0f}" if key == "n" else f"{100 * column[key]:>10.1f}%" for column in table.values()
        ))


def write_weights(path: Path, model: Trained, temps: dict[str, float]) -> None:
    """The format that `TextModel` reads."""
    features = list(model.columns)
    lanes = np.concatenate([model.weights[kind] for kind in KINDS], axis=1)
    values = np.array([model.words[f] * model.scale if f in model.words else model.marks[f] for f in features])
    lanes = lanes * values[:, None]
    squares = np.array([model.words[f] ** 2 if f in model.words else 0.0 for f in features])
    keep = [i for i in range(len(features)) if features[i] in model.marks or np.abs(lanes[i]).max() > 1e-3 or True]
    scale = max(np.abs(lanes).max() / 32000, 1e-9)
    norm_scale = squares.max() / 32000
    integers = np.rint(np.concatenate([lanes / scale, (squares / norm_scale)[:, None]], axis=1)).astype(np.int64)
    hashes = np.array([feature_hash(f) for f in features], np.uint32)
    order = [i for i in np.argsort(hashes, kind="stable") if i in set(keep)]
    order = [i for n, i in enumerate(order) if n == 0 or hashes[i] != hashes[order[n - 1]]]
    header = json.dumps({
        "version": VERSION, "labels": model.classes, "floor": FLOOR, "scale": scale,
        "norm_scale": norm_scale, "features": len(order), "temperature": temps, "alpha": model.alpha,
        "bias": {kind: [round(float(b), 5) for b in model.bias[kind]] for kind in KINDS},
    }).encode()
    body = (integers[order] + (1 << 15)).astype("<u4").tobytes()
    path.write_bytes(
        b"FMTM" + struct.pack("<I", len(header)) + header + hashes[order].astype("<u4").tobytes() + body
    )


def write_index(path: Path, rows: list[dict[str, Any]]) -> None:
    """The index of confirmed cases that `Casebook` reads; shipped cases only."""
    shipped = [r for r in rows if r["case"].get("confirmed") not in (None, "no")]
    counts = Counter(f for r in shipped for f in r["words"])
    postings: dict[int, list[tuple[int, int]]] = {}
    lines = []
    for number, row in enumerate(shipped):
        features = {f for f in row["words"] if not f.startswith("t:")} | {"m:" + m for m in row["modes"]}
        weights = {f: math.log((1 + len(shipped)) / (1 + counts.get(f, 1))) + 1 for f in features}
        weights = {f: w * (3 if f.startswith("m:") else 1) for f, w in weights.items()}
        best = sorted(weights, key=lambda f: -weights[f])[:120]
        norm = math.sqrt(sum(weights[f] ** 2 for f in best)) or 1.0
        for f in best:
            postings.setdefault(feature_hash(f), []).append((number, min(65535, round(weights[f] / norm * 65535 / 4))))
        case = row["case"]
        lines.append(json.dumps({
            "title": case["title"], "url": case["url"], "fix": case["fix"], "modes": row["modes"],
            "root_cause": case["root_cause"],
        }, ensure_ascii=False))
    terms = sorted(postings)
    offsets, flat = array("I", [0]), array("H")
    for term in terms:
        for number, weight in postings[term]:
            flat.extend((number, weight))
        offsets.append(len(flat) // 2)
    table = "\n".join(lines).encode()
    path.write_bytes(
        b"FMSI" + struct.pack("<4I", len(terms), len(flat) // 2, len(lines), len(table))
        + array("I", terms).tobytes() + offsets.tobytes() + flat.tobytes() + table
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--study", type=Path)
    parser.add_argument("--zoo", type=Path)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--evaluate-only", action="store_true")
    args = parser.parse_args()
    rows = load_rows(args.cases, args.study)
    rows += zoo_rows(args.zoo) if args.zoo else []
    read_rows(rows)
    print(f"{len(rows)} reports, {sum(bool(r['modes']) for r in rows)} with a fired root mode")
    logits = cross_validate(rows, SETTINGS, args.folds)
    temps = {}
    for kind in KINDS:
        classes = Trained.__new__(Trained)  # only for the class names
        names = {"symptom": sorted(taxonomy.leaf_codes("symptom")), "cause": sorted(taxonomy.leaf_codes("root_cause")), "stage": list(taxonomy.STAGES)}[kind]
        del classes
        y = np.array([names.index(row[kind]) for row in rows])
        temps[kind] = temperature(logits[kind], y, group_names(kind, names))
    print("temperatures", {k: round(v, 2) for k, v in temps.items()})
    print_scores(rows, logits, temps)
    if not args.evaluate_only:
        model = Trained(rows, SETTINGS)
        print("alpha", {k: round(v, 2) for k, v in model.alpha.items()})
        write_weights(ROOT / "src/firstmile/diagnosis/weights.fmtm", model, temps)
        write_index(ROOT / "src/firstmile/casebook/similar.fmsi", rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
