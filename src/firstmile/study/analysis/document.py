"""The whole analysis as one document: what `study analyze --format json` prints and what the report is drawn from."""

from typing import TYPE_CHECKING, Any

from firstmile.study import database
from firstmile.study.analysis import phenomena, published, questions, tables

if TYPE_CHECKING:
    import duckdb

SCHEMA = "firstmile.study/1"


def analyse(
    connection: "duckdb.DuckDBPyConnection", corpus: str | None = None, versions: tuple[tuple[str, str], ...] = ()
) -> dict[str, Any]:
    """All questions, the phenomena, the comparison with what was published, and what to keep in mind."""
    name = tables.choose_corpus(connection, corpus)
    records, issues = tables.size(connection, name)
    likeness = questions.likeness(connection, name)
    evolution = questions.evolution(connection, name, versions or questions.VERSIONS)
    document: dict[str, Any] = {
        "schema": SCHEMA, "corpus": name, "records": records, "issues": issues,
        "series": tables.totals(connection, name, "series"), "models": tables.totals(connection, name, "model"),
        "stages": tables.totals(connection, name, "stage"), "architectures": tables.totals(connection, name, "architecture"),
        "statuses": tables.totals(connection, name, "status"),
        "rq1": questions.frequencies(connection, name, "symptom"),
        "rq2": questions.frequencies(connection, name, "root_cause"),
        "rq3": questions.relation(connection, name),
        "rq4": likeness,
        "rq5": questions.stages(connection, name),
        "rq6": evolution,
        "phenomena": [
            phenomena.divergence(connection, name),
            phenomena.homogeneity(connection, name, likeness),
            phenomena.escalation(connection, name, evolution),
        ],
        "anomalies": _anomalies(connection, name), "sources": _sources(connection, name),
    }
    study = _is_the_study(connection, name)
    document["notes"] = _notes(document, study)
    document["published"] = published.compare(document) if study else []
    return document


def _is_the_study(connection: "duckdb.DuckDBPyConnection", corpus: str) -> bool:
    """Whether these records are said to be the public data set: other corpora are not held against its figures."""
    return database.first(connection, "SELECT 1 FROM imports WHERE corpus = ? AND kind = 'open-llm-failures'", [corpus]) is not None


def _anomalies(connection: "duckdb.DuckDBPyConnection", corpus: str) -> list[dict[str, str]]:
    rows = connection.execute(
        "SELECT a.kind, subject, detail, treatment FROM anomalies a JOIN imports USING (import_id) WHERE corpus = ? ORDER BY ALL",
        [corpus],
    ).fetchall()
    return [dict(zip(("kind", "subject", "detail", "treatment"), row, strict=True)) for row in rows]


def _sources(connection: "duckdb.DuckDBPyConnection", corpus: str) -> list[dict[str, Any]]:
    rows = connection.execute(
        "SELECT kind, source, revision, strftime(imported_at, '%Y-%m-%d'), records FROM imports WHERE corpus = ?", [corpus]
    ).fetchall()
    return [dict(zip(("kind", "source", "revision", "imported_on", "records"), row, strict=True)) for row in rows]


def _notes(document: dict[str, Any], study: bool) -> list[str]:
    notes = ["Intervals are 95 %: Wilson's for shares, bootstrap (seeded) for correlations and Cramer's V."]
    if document["records"] != document["issues"]:
        notes.append(
            f"{document['records']} records stand for {document['issues']} issues; records of one issue are not independent, "
            "which the tests ignore."
        )
    if study:
        notes.append(
            "The claims behind the three phenomena were chosen when this data's residuals were known, so here their p-values describe rather "
            "than confirm; infrastructure means environment, hardware and distributed causes, which is a reading of the paper.")
    if document["records"] < 100:
        notes.append(f"{document['records']} records are few: an absent difference may only mean that it could not be seen.")
    notes.append("Issues are what people reported on these trackers, not a sample of all failures: shares are shares of reports.")
    return notes
