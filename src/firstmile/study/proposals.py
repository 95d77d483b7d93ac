"""What `diagnose` would say of each candidate: kept apart from people's labels and marked as proposed."""

from typing import TYPE_CHECKING

from firstmile.study import database

if TYPE_CHECKING:
    import duckdb

BY = "firstmile diagnose"


def propose(connection: "duckdb.DuckDBPyConnection", candidates: list[tuple[str, int, str, str, str]]) -> int:
    """Diagnose the candidates' own words (never the thread's answers) and keep the first of each list."""
    from firstmile import __version__
    from firstmile.diagnosis.session import Session
    from firstmile.report.as_json import batch_line

    session = Session.load()
    rows = []
    for repository, number, _, title, body in candidates:
        line = batch_line(f"{repository}#{number}", session.diagnose_report(body, title))
        rows.append((
            repository, number, _first(line.get("symptoms")), _first(line.get("causes")), line.get("stage"), line.get("confidence"),
            f"{BY} {__version__}",
        ))
    with database.transaction(connection):
        connection.execute("DELETE FROM proposals")
        database.insert(connection, "proposals", rows)
    return len(rows)


def _first(values: object) -> str | None:
    return str(values[0]) if isinstance(values, list) and values else None
