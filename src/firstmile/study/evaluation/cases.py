"""Labelled cases from a file: a report, and the labels that are right for it."""

from typing import Any, NamedTuple

from firstmile.errors import InputError
from firstmile.study import labels
from firstmile.study.importing.mapped import rows_of


class Case(NamedTuple):
    """One report with its right labels; an issue with two labels has both."""

    id: str
    url: str
    title: str
    report: str
    language: str
    symptom: tuple[str, ...]
    root_cause: tuple[str, ...]
    stage: tuple[str, ...]

    def right(self, field: str) -> tuple[str, ...]:
        """The right labels of a field."""
        found: tuple[str, ...] = getattr(self, field)
        return found


def _labels(row: dict[str, Any], field: str, where: str) -> tuple[str, ...]:
    text = row.get(field) or row.get(f"gold_{field}")
    if not isinstance(text, str):
        raise InputError(f"{where}: {field} (or gold_{field}) is missing.")
    return tuple(dict.fromkeys(labels.read(field, part, where).label for part in text.split(" || ")))


def read(path: str) -> list[Case]:
    """All cases of a .jsonl or .csv file: id, title, report, symptom, root_cause, stage (or gold_...), lang."""
    cases, seen = [], set()
    for position, row in rows_of(path):
        where = f"{path}, record {position}"
        report = row.get("report")
        if not isinstance(report, str) or not (report.strip() or str(row.get("title") or "").strip()):
            raise InputError(f"{where}: the report is missing.")
        key = str(row.get("id") or position)
        if key in seen:
            raise InputError(f"{where}: case {key!r} stands twice.")
        seen.add(key)
        cases.append(Case(
            key, str(row.get("url") or ""), str(row.get("title") or ""), report, str(row.get("lang") or ""),
            *(_labels(row, field, where) for field in labels.FIELDS),
        ))
    if not cases:
        raise InputError(f"{path} holds no cases.")
    return cases
