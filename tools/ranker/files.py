"""Write what the package ships: weights, the index of confirmed cases, the list of cases that were trained on."""

import json
import math
import struct
from array import array
from collections import Counter
from pathlib import Path

import numpy as np
from model import FLOOR, MIX, Trained
from rows import CLASSES, KINDS, ROOT, Row

from firstmile.diagnosis.features import VERSION
from firstmile.diagnosis.textmodel import feature_hash
from firstmile.study.evaluation.seen import LIST, names_of, short_hash

PACKAGE = ROOT / "src/firstmile"


def write_weights(model: Trained, temperatures: dict[str, float]) -> None:
    """The format that `firstmile.diagnosis.textmodel` reads."""
    features = list(model.columns)
    lanes = np.concatenate([model.weights[kind] for kind in KINDS], axis=1)
    values = np.array([model.words[f] * model.scale if f in model.words else model.marks[f] for f in features])
    lanes = lanes * values[:, None]
    squares = np.array([model.words[f] ** 2 if f in model.words else 0.0 for f in features])
    scale = max(np.abs(lanes).max() / 32000, 1e-9)
    norm_scale = squares.max() / 32000
    integers = np.rint(np.concatenate([lanes / scale, (squares / norm_scale)[:, None]], axis=1)).astype(np.int64)
    hashes = np.array([feature_hash(f) for f in features], np.uint32)
    order = np.argsort(hashes, kind="stable")
    order = order[np.concatenate([[True], hashes[order][1:] != hashes[order][:-1]])]
    header = json.dumps({
        "version": VERSION, "labels": CLASSES, "floor": FLOOR, "scale": scale, "norm_scale": norm_scale,
        "features": len(order), "temperature": temperatures, "alpha": model.alpha, "mix": MIX,
        "bias": {kind: [round(float(b), 5) for b in model.bias[kind]] for kind in KINDS},
    }).encode()
    header += b" " * (-len(header) % 4)  # what follows is read as 32-bit numbers
    (PACKAGE / "diagnosis/weights.fmtm").write_bytes(
        b"FMTM" + struct.pack("<I", len(header)) + header + hashes[order].astype("<u4").tobytes()
        + (integers[order] + (1 << 15)).astype("<u4").tobytes()
    )


def write_index(rows: list[Row]) -> int:
    """The index that `firstmile.casebook.similar` reads: confirmed cases of the casebook. Returns their number."""
    shipped = [r for r in rows if r["case"].get("confirmed") not in (None, "no")]
    counts = Counter(f for r in shipped for f in r["words"])
    postings: dict[int, list[tuple[int, int]]] = {}
    lines = []
    for number, row in enumerate(shipped):
        features = {f for f in row["words"] if not f.startswith("t:")} | {"m:" + m for m in row["modes"]}
        weights = {f: math.log((1 + len(shipped)) / (1 + counts.get(f, 1))) + 1 for f in features}
        weights = {f: w * (3 if f.startswith("m:") else 1) for f, w in weights.items()}
        best = sorted(weights, key=lambda f: (-weights[f], f))[:120]
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
    encoded = [line.encode() for line in lines]
    places = array("I", [0])
    for line in encoded:
        places.append(places[-1] + len(line))
    text = b"".join(encoded)
    (PACKAGE / "casebook/similar.fmsi").write_bytes(
        b"FMSI" + struct.pack("<4I", len(terms), len(flat) // 2, len(lines), len(text))
        + array("I", terms).tobytes() + offsets.tobytes() + places.tobytes() + flat.tobytes() + text
    )
    return len(lines)


def write_trained(rows: list[Row]) -> None:
    """Hashes of the ids, so that `firstmile study evaluate` never measures on these cases unawares."""
    hashes = sorted({short_hash(name) for row in rows for name in names_of(row["id"])})
    Path(LIST).write_text("".join(f"{one}\n" for one in hashes), "ascii")
