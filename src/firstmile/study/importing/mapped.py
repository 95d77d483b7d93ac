"""Other people's labels: CSV or JSON lines, with a mapping from our fields to their columns."""

import csv
import hashlib
import io
import json
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

from firstmile.errors import InputError
from firstmile.study import labels
from firstmile.study.importing import repositories
from firstmile.study.record import Anomaly, FileRead, Imported, Record

FIELDS = ("url", "symptom", "root_cause", "stage", "status", "series", "model", "architecture")
_NEEDED = ("url", "symptom", "root_cause", "stage")
# What our own export, casebook and the study's files call these fields.
_USUAL = {
    "url": ("url", "link"), "symptom": ("symptom", "SYMPTOM", "gold_symptom"),
    "root_cause": ("root_cause", "ROOT CAUSE", "gold_root_cause"), "stage": ("stage", "STAGE", "gold_stage"),
    "status": ("status", "state"), "series": ("series",), "model": ("model",), "architecture": ("architecture",),
}


def mapping(pairs: list[str]) -> dict[str, str]:
    """``["url=Link"]`` as a dict. Raises InputError for a field that we do not have."""
    found = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or field not in FIELDS or not column:
            raise InputError(f"--map {pair!r} is not FIELD=COLUMN; the fields are {', '.join(FIELDS)}.")
        found[field] = column
    return found


def read(path: str, columns: dict[str, str], *, any_label: bool = False) -> Imported:
    """All records of a .csv, .tsv or .jsonl file."""
    text, data = _text(path)
    records: list[Record] = []
    anomalies: list[Anomaly] = []
    seen: Counter[tuple[str, int]] = Counter()
    names: dict[str, str] = {}
    for position, row in _rows(path, text):
        names = names or _columns(path, row, columns)
        where = f"{path}, record {position}"
        repository, issue = repositories.parse(row.get(names["url"]), where)
        read_as = {}
        for field in labels.FIELDS:
            several = str(row.get(names[field]) or "").split(" || ")
            read_as[field] = [labels.read(field, text, where, any_label=any_label) for text in several]
            for text, found in zip(several, read_as[field], strict=True):
                if found.mended:
                    anomalies.append(Anomaly(
                        "label spelling", f"{repository}#{issue}", f"{labels.NAMES[field]} is written {text!r}",
                        f"read as {found.label!r}",
                    ))
        # " || " parts the labels of an issue that has several records.
        count = max(len(found) for found in read_as.values())
        if any(len(found) not in (1, count) for found in read_as.values()):
            raise InputError(f"{where}: its fields hold different numbers of labels, parted by ' || '.")
        for n in range(count):
            seen[repository, issue] += 1
            symptom, cause, stage = (read_as[field][n % len(read_as[field])].label for field in labels.FIELDS)
            extra = {field: row.get(names.get(field, "")) for field in ("status", "series", "model", "architecture")}
            records.append(Record(
                repository, issue, seen[repository, issue], str(row[names["url"]]).strip(), _optional(extra["status"]),
                symptom, cause, stage,
                _optional(extra["series"]) or repositories.series_of(repository), _optional(extra["model"]),
                _optional(extra["architecture"]), json.dumps(row, ensure_ascii=False), path, position,
            ))
    if not records:
        raise InputError(f"{path} holds no records.")
    anomalies += [
        Anomaly("several records", f"{repository}#{issue}", f"{n} records of one issue", "all kept")
        for (repository, issue), n in seen.items() if n > 1
    ]
    file_read = FileRead(path, hashlib.sha256(data).hexdigest(), len(records))
    return Imported("mapped", os.path.abspath(path), None, [file_read], records, anomalies)


def _optional(value: Any) -> str | None:
    text = "" if value is None else str(value).strip()
    return text or None


def _columns(path: str, row: dict[str, Any], given: dict[str, str]) -> dict[str, str]:
    """Our fields' columns: those that were given, and the usual names for the rest."""
    found = dict(given)
    for field, usual in _USUAL.items():
        if field not in found:
            name = next((name for name in usual if name in row), None)
            if name is not None:
                found[field] = name
    for field, column in given.items():
        if column not in row:
            raise InputError(f"{path} has no column {column!r} for {field}; it has {', '.join(map(str, row))}.")
    missing = [field for field in _NEEDED if field not in found]
    if missing:
        raise InputError(f"{path} has no column for {', '.join(missing)}; say which with --map {missing[0]}=COLUMN.")
    return found


def rows_of(path: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """(position, row) of a .csv, .tsv or .jsonl file. Raises InputError."""
    yield from _rows(path, _text(path)[0])


def _text(path: str) -> tuple[str, bytes]:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None
    try:
        return data.decode("utf-8-sig"), data
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8; save it as UTF-8 first.") from None


def _rows(path: str, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    suffix = os.path.splitext(path)[1].lower()
    if suffix in (".csv", ".tsv"):
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if suffix == ".tsv" else ",")
        try:
            for position, row in enumerate(reader, 1):
                if None in row or None in row.values():
                    raise InputError(f"{path}, record {position}: it has not as many fields as the header.")
                yield position, row
        except csv.Error as error:
            raise InputError(f"{path} is not readable as CSV: {error}.") from None
        return
    if suffix not in (".jsonl", ".ndjson"):
        raise InputError(f"{path}: the file's name must end in .csv, .tsv or .jsonl, so that its format is clear.")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            raise InputError(f"{path}, line {number}: not valid JSON.") from None
        if not isinstance(found, dict):
            raise InputError(f"{path}, line {number}: not a JSON object.")
        yield number, found
