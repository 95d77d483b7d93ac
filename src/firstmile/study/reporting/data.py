"""The records that the page carries, so that every cell can list its issues; packed, because 20,000 of them must load at once."""

from typing import TYPE_CHECKING, Any

from firstmile.study import database
from firstmile.study.importing import repositories

if TYPE_CHECKING:
    import duckdb

MOST = 20_000  # records in a page; beyond, each combination of labels gives its share of examples

_FIELDS = ("repository", "symptom", "root_cause", "stage", "series", "model")


def records(connection: "duckdb.DuckDBPyConnection", corpus: str) -> dict[str, Any]:
    """{"fields": how to read a record, "records": lists of numbers and titles, "whole": whether all are there}."""
    total = database.count(connection, "SELECT count(*) FROM records WHERE corpus = ?", [corpus])
    rows = connection.execute(
        "SELECT repository, symptom, root_cause, stage, series, coalesce(model, '(none)'), issue FROM ("
        "  SELECT *, row_number() OVER (PARTITION BY symptom, root_cause, stage, series ORDER BY repository, issue, idx) AS place,"
        "  count(*) OVER (PARTITION BY symptom, root_cause, stage, series) AS here FROM records WHERE corpus = $corpus"
        ") WHERE place <= greatest(1, floor(here * $share)) ORDER BY repository, issue, idx LIMIT $most",
        {"corpus": corpus, "share": min(1.0, MOST / max(1, total)), "most": MOST},
    ).fetchall()
    titles = _titles(connection)
    values: list[dict[str, int]] = [{} for _ in _FIELDS]
    packed = []
    for *labels, issue in rows:
        numbers = [values[n].setdefault(label, len(values[n])) for n, label in enumerate(labels)]
        repository = str(labels[0])
        title = titles.get((repository, issue)) or titles.get((repositories.TODAY.get(repository, repository), issue)) or 0
        packed.append([*numbers, issue, title])
    fields: dict[str, Any] = {name: {"at": n, "values": list(values[n])} for n, name in enumerate(_FIELDS)}
    return {"fields": fields | {"issue": len(_FIELDS), "title": len(_FIELDS) + 1}, "records": packed, "whole": len(packed) == total}


def _titles(connection: "duckdb.DuckDBPyConnection") -> dict[tuple[str, int], str]:
    """Titles of collected issues among the records, under the name they were collected by."""
    return {
        (repository, number): title
        for repository, number, title in connection.execute("SELECT repository, number, title[:160] FROM issues LIMIT 200000").fetchall()
    }
