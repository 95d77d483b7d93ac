"""The diagnosis as SARIF 2.1.0 (OASIS), for code-scanning services."""

import json
from typing import Any

from firstmile import __version__
from firstmile.model import Cause, Diagnosis, Evidence
from firstmile.report.safe import printable


def _location(line: Evidence) -> dict[str, Any]:
    from urllib.parse import quote

    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(line.source)}}
    if line.line > 0:
        physical["region"] = {"startLine": line.line, "snippet": {"text": printable(line.text)}}
    return {"physicalLocation": physical}


def _rule_id(cause: Cause) -> str:
    return cause.mode_id or f"unrecognised/{cause.code}"


def render(diagnosis: Diagnosis) -> str:
    """One run; the first cause is an error, the rivals are notes."""
    rules: dict[str, dict[str, Any]] = {}
    results = []
    for index, cause in enumerate(diagnosis.causes):
        rule = _rule_id(cause)
        rules.setdefault(
            rule,
            {
                "id": rule,
                "shortDescription": {"text": cause.mode_title or cause.label},
                "fullDescription": {"text": cause.why},
            },
        )
        advice = " ".join(remedy.do + "." for remedy in cause.remedies[:3])
        results.append(
            {
                "ruleId": rule,
                "level": "error" if index == 0 else "note",
                "message": {"text": f"{cause.label}. {cause.why} {advice}".strip()},
                "locations": [_location(line) for line in cause.evidence],
                "rank": round(cause.confidence * 100, 1),
            }
        )
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "firstmile",
                        "version": __version__,
                        "rules": list(rules.values()),
                    }
                },
                "results": results,
                "invocations": [
                    {
                        "executionSuccessful": True,
                        "toolExecutionNotifications": [
                            {
                                "level": "warning",
                                "message": {"text": f"not evaluated: {n.what}, because {n.because}"},
                            }
                            for n in diagnosis.not_evaluated
                        ],
                    }
                ],
            }
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
