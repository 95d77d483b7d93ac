"""The stable, versioned JSON of a diagnosis."""

import json
from typing import Any

from firstmile.model import Cause, Diagnosis, Evidence

SCHEMA = "firstmile.diagnosis/1"


def _evidence(line: Evidence) -> dict[str, Any]:
    return {"source": line.source, "line": line.line, "text": line.text} | (
        {"rank": line.rank} if line.rank else {}
    )


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        "code": cause.code,
        "label": cause.label,
        "confidence": cause.confidence,
        "failure_mode": (
            {"id": cause.mode_id, "title": cause.mode_title} if cause.mode_id else None
        ),
        "why": cause.why,
        "evidence": [_evidence(line) for line in cause.evidence],
        "remedies": [remedy._asdict() for remedy in cause.remedies],
        "confirm": list(cause.confirm),
    }


def as_dict(diagnosis: Diagnosis) -> dict[str, Any]:
    """The document that `firstmile schema diagnosis` describes."""
    facts: dict[str, list[dict[str, Any]]] = {}
    for fact in diagnosis.facts:
        facts.setdefault(fact.key, []).append(
            {"value": fact.value, "source": fact.evidence.source, "line": fact.evidence.line}
        )
    return {
        "schema": SCHEMA,
        "status": diagnosis.status,
        "symptoms": [symptom._asdict() for symptom in diagnosis.symptoms],
        "causes": [_cause(cause) for cause in diagnosis.causes],
        "stage": (
            {"label": diagnosis.stage.label, "confidence": diagnosis.stage.confidence}
            if diagnosis.stage
            else None
        ),
        "cascade": [
            {
                "failure_mode": {"id": item.mode_id, "title": item.title},
                "evidence": _evidence(item.evidence),
            }
            for item in diagnosis.cascade
        ],
        "similar": [
            {"title": case.title, "url": case.url, "fix": case.fix} for case in diagnosis.similar
        ],
        "not_evaluated": [item._asdict() for item in diagnosis.not_evaluated],
        "look_at": [_evidence(line) for line in diagnosis.look_at],
        "facts": facts,
    }


def render(diagnosis: Diagnosis) -> str:
    """Indented JSON with a final newline."""
    return json.dumps(as_dict(diagnosis), ensure_ascii=False, indent=2) + "\n"


def batch_line(case_id: Any, diagnosis: Diagnosis) -> dict[str, Any]:
    """One line of `diagnose --batch`."""
    return {
        "id": case_id,
        "status": diagnosis.status,
        "symptoms": [symptom.label for symptom in diagnosis.symptoms],
        "causes": [cause.label for cause in diagnosis.causes],
        "stage": diagnosis.stage.label if diagnosis.stage else None,
        "confidence": diagnosis.causes[0].confidence if diagnosis.causes else 0.0,
        "failure_modes": list(
            dict.fromkeys(cause.mode_id for cause in diagnosis.causes if cause.mode_id)
        ),
        "remedies": [
            remedy.do
            for cause in diagnosis.causes[:1] or ()
            for remedy in cause.remedies[:3]
        ],
    }
