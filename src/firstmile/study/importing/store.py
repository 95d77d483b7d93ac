"""Keeping an import: one transaction, so a corpus is the old one or the new one and never a mixture."""

from typing import TYPE_CHECKING

from firstmile.study import database
from firstmile.study.record import Imported

if TYPE_CHECKING:
    import duckdb


def save(connection: "duckdb.DuckDBPyConnection", corpus: str, imported: Imported) -> int:
    """Put an import in the place of the corpus's earlier one; returns how many records that had."""
    with database.transaction(connection):
        before = connection.execute("SELECT count(*) FROM records WHERE corpus = ?", [corpus]).fetchone()
        earlier = [row[0] for row in connection.execute("SELECT import_id FROM imports WHERE corpus = ?", [corpus]).fetchall()]
        for table in ("anomalies", "import_files", "records", "imports"):
            for import_id in earlier:
                connection.execute(f"DELETE FROM {table} WHERE import_id = ?", [import_id])  # noqa: S608  # our own names
        row = connection.execute("SELECT coalesce(max(import_id), 0) + 1 FROM imports").fetchone()
        assert row is not None  # noqa: S101  # an aggregate has a row
        import_id = row[0]
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
    return before[0] if before else 0
