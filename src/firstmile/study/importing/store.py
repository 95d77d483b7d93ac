"""Keeping an import: one transaction, so a corpus is the old one or the new one and never a mixture."""

from typing import TYPE_CHECKING

from firstmile.study import database
from firstmile.study.record import Imported

if TYPE_CHECKING:
    import duckdb


def save(connection: "duckdb.DuckDBPyConnection", corpus: str, imported: Imported) -> int:
    """Put an import in the place of the corpus's earlier one; returns how many records that had."""
    with database.transaction(connection):
        before = database.count(connection, "SELECT count(*) FROM records WHERE corpus = ?", [corpus])
        earlier = [row[0] for row in connection.execute("SELECT import_id FROM imports WHERE corpus = ?", [corpus]).fetchall()]
        for table in ("anomalies", "import_files", "records", "imports"):
            for import_id in earlier:
                connection.execute(f"DELETE FROM {table} WHERE import_id = ?", [import_id])  # noqa: S608  # our own names
        import_id = 1 + database.count(connection, "SELECT max(import_id) FROM imports")
        connection.execute(
            "INSERT INTO imports VALUES (?, ?, ?, ?, ?, now(), ?)",
            [import_id, corpus, imported.kind, imported.source, imported.revision, len(imported.records)],
        )
        database.insert(connection, "import_files", [(import_id, *file) for file in imported.files])
        database.insert(connection, "anomalies", [(import_id, *anomaly) for anomaly in imported.anomalies])
        database.insert(connection, "records", [
            (r.id, corpus, r.repository, r.issue, r.idx, r.url, r.status, r.symptom, r.root_cause, r.stage, r.series,
             r.model, r.architecture, r.raw, import_id, r.file, r.position)
            for r in imported.records
        ])
    return before
