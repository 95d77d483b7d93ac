"""Labelled reports and logs, from every place that holds some, as rows to train and to measure on."""

import json
import math
import re
import tomllib
import zlib
from pathlib import Path
from typing import Any

from firstmile import catalogue as compiled
from firstmile import taxonomy
from firstmile.diagnosis.diagnose import read_incident
from firstmile.facts.incident import from_text
from firstmile.study.evaluation.seen import names_of

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "src/firstmile/casebook"
KINDS = ("symptom", "cause", "stage")
CLASSES = {
    "symptom": sorted(taxonomy.leaf_codes("symptom")),
    "cause": sorted(taxonomy.leaf_codes("root_cause")),
    "stage": list(taxonomy.STAGES),
}
# One fault told twice: both must stand on one side of a split.
SAME = {
    "meta-llama/llama#918": "meta-llama/llama#913", "meta-llama/llama#930": "meta-llama/llama#928",
    "meta-llama/llama#960": "meta-llama/codellama#171",
}
# Collected after most signatures were written, without sight of them, and not read for writing later ones.
APART = {"qwen-more", "llama-deepseek-more", "serving", "training", "local", "without-error-line"}
Row = dict[str, Any]


def canonical(case_id: str) -> str:
    """One name for a case, whatever its repository is called."""
    case_id = SAME.get(case_id, case_id)
    return min(names_of(case_id)).lower()


def _code(label: str) -> str:
    return taxonomy.code_of(label) or label


def _row(case: Row, labels: list[str], origin: str) -> Row:
    return {
        "id": case["id"], "group": canonical(case["id"]), "origin": origin, "lang": case.get("lang", "en"),
        "title": case["title"], "report": case["report"], "case": case,
        "reading": {kind: dict(rows) for kind, rows in case.get("reading", {}).items()},
        **dict(zip(KINDS, map(_code, labels), strict=True)),
    }


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def study_labels(folder: Path) -> dict[str, list[str]]:
    """Case to the annotators' labels, from the study's public files."""
    found = {}
    for path in sorted(folder.rglob("*.json")):
        for record in json.loads(path.read_text("utf-8")):
            match = re.search(r"github\.com/([^/]+/[^/]+)/(?:issues|discussions)/(\d+)", record["link"])
            if match:
                labels = [record["SYMPTOM"], record["ROOT CAUSE"], record["STAGE"]]
                labels[1] = labels[1].replace("Issues -  Architecture", "Issues - System Architecture")
                if all(taxonomy.code_of(label) for label in labels[:2]):
                    found[canonical(f"{match[1]}#{match[2]}")] = labels
    return found


def reports(cases: Path | None, study: Path | None) -> list[Row]:
    """Real reports. `origin` is cases or study (annotators' labels) or elsewhere (the casebook's)."""
    annotated = study_labels(study) if study else {}
    rows: list[Row] = []
    if cases:
        for case in _lines(cases):
            labels = [case[f"gold_{kind}"].split(" || ")[0] for kind in ("symptom", "root_cause", "stage")]
            rows.append(_row(case, labels, "cases"))
    seen = {row["group"] for row in rows}
    for path in sorted((BOOK / "data").glob("*.jsonl")):
        for case in _lines(path):
            key = canonical(case["id"])
            if key not in seen:
                seen.add(key)
                own = [case["symptom"], case["root_cause"], case["stage"]]
                row = _row(case, annotated.get(key, own), "study" if key in annotated else "elsewhere")
                rows.append({**row, "apart": path.stem in APART})
    return rows


def logs(folder: Path) -> list[Row]:
    """Logs of faults made on purpose; controls and latent faults carry no label and are left out.

    Two layouts: this repository's `zoo` (`faults/*/fault.toml` and `logs/*.log`), and folders that hold
    `meta.json` and `log.txt`.
    """
    found = []
    for path in sorted(folder.glob("faults/*/fault.toml")):
        truth, log = tomllib.loads(path.read_text("utf-8")), folder / "logs" / f"{path.parent.name}.log"
        found.append((f"fault/{path.parent.name}", truth, log))
    for path in sorted(folder.glob("*/meta.json")):
        found.append((f"zoo/{path.parent.name}", json.loads(path.read_text("utf-8")), path.parent / "log.txt"))
    rows = []
    for name, truth, log in found:
        labels = [truth["symptom"], truth["root_cause"], truth["stage"]]
        text = log.read_text("utf-8", "replace") if log.exists() else ""
        if text.strip() and all(taxonomy.code_of(label) for label in labels[:2]):
            row = _row({"id": name, "title": "", "report": text}, labels, "zoo")
            # Half of this repository's faults was put aside before modes were written from logs.
            rows.append({**row, "apart": name.startswith("fault/") and zlib.crc32(name[6:].encode()) % 2 == 0})
    return rows


def written() -> list[Row]:
    """Texts written for training; never measured on."""
    rows = []
    for path in sorted((BOOK / "written").glob("*.jsonl")):
        for case in _lines(path):
            cause = max(case["cause"], key=lambda pair: pair[1])[0]
            labels = [taxonomy.label_of(case["symptom"]), taxonomy.label_of(cause), case["stage"]]
            case["reading"] = {"cause": case["cause"]}
            rows.append(_row(case, labels, "written"))
    return rows


def add_features(rows: list[Row]) -> None:
    """Add words, marks and the rules' shares, by the very code that diagnoses."""
    catalogue = compiled.load()
    for row in rows:
        text = f"{row['title']}\n{row['report']}" if row["title"] else row["report"]
        incident = from_text(text, catalogue.engines)
        reading = read_incident(incident, catalogue, row["title"], is_report=row["origin"] != "zoo")
        row.update(words=reading.words, marks=reading.marks, shares=reading.shares)
        row["modes"] = [candidate.mode.id for candidate in reading.candidates.roots]


def target(row: Row, kind: str, trust: float) -> list[float]:
    """What the model should say: the label, mixed with the reading (what the report alone tells an expert)."""
    names = CLASSES[kind]
    reading = row["reading"].get(kind)
    share = (1.0 if row["origin"] == "written" else trust) if reading else 0.0
    values = [share * reading.get(name, 0.0) / math.fsum(reading.values()) if reading else 0.0 for name in names]
    values[names.index(row[kind])] += 1 - share
    return values
