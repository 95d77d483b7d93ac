"""Passing a corpus on: records as Parquet, CSV and JSON lines, with schema, datasheet, licence notes and hashes.

The database writes the large files itself, so that a corpus larger than memory can be exported. Each file is moved
to its place when it is whole, and the hashes are written last: a folder without them is not finished.
"""

import hashlib
import json
import os
import secrets
from typing import TYPE_CHECKING, Any

from firstmile import __version__, taxonomy
from firstmile.errors import InputError
from firstmile.study.analysis import tables
from firstmile.study.reporting import write
from firstmile.study.words import number

if TYPE_CHECKING:
    import duckdb

FORMATS = {"parquet": "FORMAT parquet, COMPRESSION zstd", "csv": "FORMAT csv, HEADER", "jsonl": "FORMAT json"}
SUMS = "SHA256SUMS"

FIELDS: tuple[tuple[str, str, str], ...] = (
    ("record_id", "string", "owner/name#issue/index: the issue, and which of its records"),
    ("repository", "string", "owner/name as in the source's link"), ("issue", "integer", "the issue's number"),
    ("idx", "integer", "1 for the first record of an issue, 2 for the second"), ("url", "string", "link to the issue"),
    ("status", "string or null", "open or closed when it was labelled"), ("symptom", "string", "full path of the symptom"),
    ("symptom_code", "string or null", "its code in the study's taxonomy; null for another label"),
    ("root_cause", "string", "full path of the root cause"), ("root_cause_code", "string or null", "its code; null for another label"),
    ("stage", "string", "Inference or Fine-tuning"), ("series", "string", "the series of models"), ("model", "string or null", "the model or repository"),
    ("architecture", "string or null", "Dense, MoE or Mixed, as the source has it"), ("file", "string", "the source's file"),
    ("position", "integer", "the record's place in that file"),
)


def export(connection: "duckdb.DuckDBPyConnection", corpus: str | None, out: str, formats: tuple[str, ...]) -> list[str]:
    """Write everything; returns the names of the files. Raises InputError."""
    name = tables.choose_corpus(connection, corpus)
    records, issues = tables.size(connection, name)
    sources = connection.execute(
        "SELECT kind, source, revision, strftime(imported_at, '%Y-%m-%d'), records FROM imports WHERE corpus = ?", [name]).fetchall()
    anomalies = connection.execute(
        "SELECT a.kind, subject, detail, treatment FROM anomalies a JOIN imports USING (import_id) WHERE corpus = ? ORDER BY ALL", [name]).fetchall()
    small = {
        "schema.json": json.dumps(_schema(name, records), indent=2, ensure_ascii=False) + "\n",
        "DATASHEET.md": _datasheet(name, records, issues, sources, anomalies), "LICENCE-NOTES.md": _licence(sources),
    }
    stale = os.path.join(out, SUMS)
    if os.path.exists(os.path.join(out, write.MARK)) and os.path.exists(stale):
        os.unlink(stale)
    written = write.folder(out, ((file, text.encode()) for file, text in small.items()))
    for form in formats:
        written.append(f"records.{form}")
        _copy(connection, name, os.path.join(out, written[-1]), form)
    sums = "".join(f"{_hash(os.path.join(out, file))}  {file}\n" for file in sorted(written))
    return [*written, *write.folder(out, [(SUMS, sums.encode())])]


def _copy(connection: "duckdb.DuckDBPyConnection", corpus: str, path: str, form: str) -> None:
    part = f"{path}.{secrets.token_hex(4)}.part"
    codes = "(SELECT unnest(?::VARCHAR[]) AS label, unnest(?::VARCHAR[]) AS code)"
    columns = ", ".join(
        "s.code AS symptom_code" if field == "symptom_code" else "c.code AS root_cause_code" if field == "root_cause_code" else f"r.{field}" for field, _, _ in FIELDS)
    known = [list(zip(*((one.label, one.code) for one in taxonomy.labels(kind).values()), strict=True)) for kind in ("symptom", "root_cause")]
    quoted = part.replace("'", "''")
    try:
        connection.execute(
            f"COPY (SELECT {columns} FROM records r LEFT JOIN {codes} s ON s.label = r.symptom LEFT JOIN {codes} c ON c.label = r.root_cause "  # noqa: S608
            f"WHERE corpus = ? ORDER BY r.repository, r.issue, r.idx) TO '{quoted}' ({FORMATS[form]})",
            [list(known[0][0]), list(known[0][1]), list(known[1][0]), list(known[1][1]), corpus])
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.unlink(part)


def _hash(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _schema(corpus: str, records: int) -> dict[str, Any]:
    return {
        "schema": "firstmile.study-export/1", "corpus": corpus, "records": records, "made_by": f"firstmile {__version__}",
        "fields": [{"name": name, "type": kind, "description": what} for name, kind, what in FIELDS],
        "order": ["repository", "issue", "idx"], "key": "record_id",
    }


def _datasheet(corpus: str, records: int, issues: int, sources: list[tuple[Any, ...]], anomalies: list[tuple[Any, ...]]) -> str:
    origin = "".join(f"- {source}" + (f" at {revision}" if revision else "") + f" ({kind}), {number(n)} records, imported {day}\n" for kind, source, revision, day, n in sources)
    odd = "".join(f"- {kind}: {subject}: {detail} ({treatment})\n" for kind, subject, detail, treatment in anomalies) or "- none\n"
    return f"""# Datasheet: {corpus}

**What.** {number(records)} records of {number(issues)} issues: user reports of failures of open large language models, each labelled with a
symptom, a root cause and a stage. Fields: `schema.json`. The text of the issues is not here, only links to it.

**Why.** To count how such models fail and to measure diagnosers. The vocabulary is that of Yu et al., arXiv:2601.13655.

**Where from.**
{origin}
**What was changed.** Labels were normalised as listed below and keyed by issue and index. Nothing was dropped.

**Oddities.**
{odd}
**What it cannot tell.** These are reports on public trackers, not a sample of all failures: what nobody reports is not here, and shares are
shares of reports. Labels are one reading of a thread; where two records of an issue differ, both stand. Records of one issue are not independent.

**People.** Links lead to public threads with names of accounts. Who publishes results should not single them out.
"""


def _licence(sources: list[tuple[Any, ...]]) -> str:
    public = any(kind == "open-llm-failures" for kind, *_ in sources)
    dataset = (
        "- The labels come from PapersSubmit/Open-LLM-Failures, whose read-me names a LICENSE file that the repository does not hold: no permission to pass "
        "them on is given. Ask its authors before you publish these files; results computed from them are another matter.\n" if public else
        "- The labels come from the sources in the datasheet. Their terms decide whether these files may be passed on; firstmile does not know them.\n")
    return f"""# Licence notes

{dataset}- Issues belong to those who wrote them, under GitHub's terms. Only links are here.
- The taxonomy's labels are those of Yu et al., arXiv:2601.13655; please cite the paper.
- firstmile itself is Apache-2.0; that says nothing about data.
"""


def check_formats(text: str) -> tuple[str, ...]:
    """``"csv,parquet"`` as formats. Raises InputError."""
    chosen = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    wrong = [form for form in chosen if form not in FORMATS]
    if wrong or not chosen:
        raise InputError(f"--formats {text!r}: the formats are {', '.join(FORMATS)}, parted by commas.")
    return chosen


def verify(out: str) -> list[str]:
    """Names of files that differ from their hashes or are gone. Raises InputError for a folder without hashes."""
    try:
        with open(os.path.join(out, SUMS), encoding="ascii") as file:
            rows = [line.rstrip("\n").split("  ", 1) for line in file]
    except (OSError, UnicodeDecodeError):
        raise InputError(f"{out} holds no {SUMS}: it is no finished export.") from None
    if any(len(row) != 2 for row in rows):
        raise InputError(f"{os.path.join(out, SUMS)} is not a list of hashes.")
    return [name for sum_, name in rows if not os.path.isfile(os.path.join(out, name)) or _hash(os.path.join(out, name)) != sum_]
