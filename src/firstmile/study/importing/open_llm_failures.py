"""The public data set PapersSubmit/Open-LLM-Failures: 14 JSON files, read as they are, every oddity told."""

import hashlib
import json
from collections import Counter, defaultdict
from typing import Any

from firstmile.errors import InputError
from firstmile.study import labels
from firstmile.study.importing import repositories
from firstmile.study.importing.sources import Source, SourceFile
from firstmile.study.record import Anomaly, FileRead, Imported, Record

REPOSITORY = "PapersSubmit/Open-LLM-Failures"
CORPUS = "open-llm-failures"
PUBLISHED_RECORDS = 705
_NEEDED = {"link", "SYMPTOM", "ROOT CAUSE", "STAGE"}


def read(source: Source) -> Imported:
    """All records and anomalies. Raises InputError where a file holds something else than labelled issues."""
    records: list[Record] = []
    anomalies: list[Anomaly] = []
    files: list[FileRead] = []
    for file in source.files:
        rows = _rows(file)
        if rows is None:
            continue
        found = _records(file, rows, anomalies)
        records += found
        files.append(FileRead(file.path, hashlib.sha256(file.data).hexdigest(), len(found)))
    if not records:
        raise InputError(
            f"no file of {source.name} holds labelled issues (a JSON list with link, SYMPTOM, ROOT CAUSE, STAGE); "
            f"give the folder of a copy of {REPOSITORY}."
        )
    records = _number(records)
    anomalies += _about_files(files) + _about_issues(records) + _about_totals(records, source)
    return Imported("open-llm-failures", source.name, source.revision, files, records, anomalies)


def _rows(file: SourceFile) -> list[Any] | None:
    """The file's list, or None for a JSON file of another kind (a package.json, say)."""
    try:
        rows = json.loads(file.data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(f"{file.path} is not UTF-8.") from None
    except json.JSONDecodeError as error:
        raise InputError(f"{file.path} is not whole JSON (line {error.lineno}: {error.msg}); fetch it again.") from None
    except RecursionError:
        raise InputError(f"{file.path} is nested too deeply to be a list of issues.") from None
    if not isinstance(rows, list) or not any(isinstance(row, dict) and row.keys() & _NEEDED for row in rows):
        return None
    return rows


def _text(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _records(file: SourceFile, rows: list[Any], anomalies: list[Anomaly]) -> list[Record]:
    found = []
    for position, row in enumerate(rows, 1):
        where = f"{file.path}, record {position}"
        if not isinstance(row, dict):
            raise InputError(f"{where}: not a JSON object.")
        repository, issue = repositories.parse(row.get("link"), where)
        read = {
            field: labels.read(field, row.get(key), where)
            for field, key in (("symptom", "SYMPTOM"), ("root_cause", "ROOT CAUSE"), ("stage", "STAGE"))
        }
        for field, key in (("symptom", "SYMPTOM"), ("root_cause", "ROOT CAUSE"), ("stage", "STAGE")):
            if read[field].mended:
                anomalies.append(Anomaly(
                    "label spelling", f"{repository}#{issue}", f"{labels.NAMES[field]} is written {row[key]!r}",
                    f"read as {read[field].label!r}",
                ))
        found.append(Record(
            repository, issue, 0, row["link"].strip(), _text(row, "status"), read["symptom"].label, read["root_cause"].label,
            read["stage"].label, repositories.series_of(repository), _text(row, "model"), _text(row, "architecture"),
            json.dumps(row, ensure_ascii=False), file.path, position,
        ))
    return found


def _number(records: list[Record]) -> list[Record]:
    """Count the records of each issue, in the order of the files."""
    seen: Counter[tuple[str, int]] = Counter()
    numbered = []
    for record in records:
        seen[record.repository, record.issue] += 1
        numbered.append(record._replace(idx=seen[record.repository, record.issue]))
    return numbered


def _about_files(files: list[FileRead]) -> list[Anomaly]:
    return [
        Anomaly("folder name", file.path, "a folder's name begins or ends with a blank", "the path is kept as it is")
        for file in files
        if any(part != part.strip() for part in file.path.split("/"))
    ]


def _about_issues(records: list[Record]) -> list[Anomaly]:
    anomalies = []
    by_issue: dict[tuple[str, int], list[Record]] = defaultdict(list)
    for record in records:
        by_issue[record.repository, record.issue].append(record)
    for (repository, issue), several in by_issue.items():
        if len(several) == 1:
            continue
        differ = [labels.NAMES[field] for field in labels.FIELDS if len({getattr(r, field) for r in several}) > 1]
        detail = "; ".join(
            f"{labels.NAMES[field]}: " + " | ".join(dict.fromkeys(getattr(r, field) for r in several))
            for field in labels.FIELDS if labels.NAMES[field] in differ
        )
        anomalies.append(Anomaly(
            "contradicting labels" if differ else "record stands twice", f"{repository}#{issue}",
            f"{len(several)} records, {detail or 'alike'}", f"all kept, as {repository}#{issue}/1 to /{len(several)}",
        ))
    renamed = Counter(record.repository for record in records if record.repository in repositories.TODAY)
    anomalies += [
        Anomaly("repository renamed", name, f"{n} records link to {name}, today {repositories.TODAY[name]}",
                "the study's name is kept; collected issues are joined under either")
        for name, n in renamed.items()
    ]
    return anomalies


def _about_totals(records: list[Record], source: Source) -> list[Anomaly]:
    anomalies: list[Anomaly] = []
    running = [record for record in records if json.loads(record.raw).get("number") not in (None, record.issue)]
    if running:
        anomalies.append(Anomaly(
            "number is not the issue's", source.name,
            f"in {len(running)} of {len(records)} records `number` is another number than the issue in `link`",
            "the issue is taken from `link`; `number` stays in the raw record",
        ))
    issues = len({(record.repository, record.issue) for record in records})
    if len(records) != PUBLISHED_RECORDS or issues != len(records):
        anomalies.append(Anomaly(
            "totals", source.name,
            f"{len(records)} records of {issues} distinct issues; the paper says {PUBLISHED_RECORDS} failures",
            "nothing dropped",
        ))
    if source.licence is None:
        anomalies.append(Anomaly(
            "no licence", source.name, "no licence file lies with the data",
            "kept in your own database only; `study export` says so in its datasheet",
        ))
    return anomalies
