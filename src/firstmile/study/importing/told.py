"""What an import says: how much came in, and everything that was odd about it."""

from collections import defaultdict
from typing import Any

from firstmile.study.record import Anomaly, Imported
from firstmile.study.words import clean, number

_SHOWN = 12  # of one kind; all are in the database and in the JSON


def as_dict(corpus: str, imported: Imported, replaced: int) -> dict[str, Any]:
    """The import as JSON has it."""
    return {
        "schema": "firstmile.study-import/1", "corpus": corpus, "source": imported.source, "revision": imported.revision,
        "records": len(imported.records), "issues": _issues(imported), "replaced": replaced,
        "files": [file._asdict() for file in imported.files],
        "anomalies": [anomaly._asdict() for anomaly in imported.anomalies],
    }


def _issues(imported: Imported) -> int:
    return len({(record.repository, record.issue) for record in imported.records})


def as_text(corpus: str, imported: Imported, replaced: int, path: str) -> str:
    """The import for a person."""
    revision = f" at {imported.revision[:12]}" if imported.revision else ""
    lines = [
        f"{number(len(imported.records))} records of {number(_issues(imported))} issues from {len(imported.files)} "
        f"file{'s' * (len(imported.files) != 1)} of {imported.source}{revision}",
        f"kept in {path} as corpus {corpus!r}" + (f", in the place of {number(replaced)} earlier records" if replaced else ""),
    ]
    if not imported.anomalies:
        lines.append("no anomalies")
    by_kind: dict[str, list[Anomaly]] = defaultdict(list)
    for anomaly in imported.anomalies:
        by_kind[anomaly.kind].append(anomaly)
    if by_kind:
        lines += ["", f"{len(imported.anomalies)} anomalies:"]
    for kind, several in by_kind.items():
        lines.append(f"  {kind} ({len(several)})")
        for anomaly in several[:_SHOWN]:
            lines.append(f"    {anomaly.subject}: {anomaly.detail}")
        if len(several) > _SHOWN:
            lines.append(f"    ... and {len(several) - _SHOWN} more; --format json lists all")
        lines += [f"    -> {treatment}" for treatment in dict.fromkeys(anomaly.treatment for anomaly in several)][:_SHOWN]
    return clean("\n".join(lines)) + "\n"
