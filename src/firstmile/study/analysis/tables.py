"""Tables of counts, made by the database."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from firstmile.errors import InputError
from firstmile.study import database

if TYPE_CHECKING:
    import duckdb

Counts = npt.NDArray[np.int64]

# What can be counted: a column, or the first part of a label.
COLUMNS = {
    "series": "series", "model": "coalesce(model, '(none)')", "stage": "stage", "status": "coalesce(status, '(none)')",
    "architecture": "coalesce(architecture, '(none)')", "symptom": "symptom", "root_cause": "root_cause",
    "symptom_group": "split_part(symptom, ' - ', 1)", "root_cause_group": "split_part(root_cause, ' - ', 1)",
}


class Table(NamedTuple):
    """Counts with named rows and columns."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Counts

    @property
    def total(self) -> int:
        """All records of the table."""
        return int(self.counts.sum())

    def row(self, name: str) -> Counts:
        """The counts of one row; zeros for a row that is not there."""
        if name not in self.rows:
            return np.zeros(len(self.columns), dtype=np.int64)
        found: Counts = self.counts[self.rows.index(name)]
        return found

    def cell(self, row: str, column: str) -> int:
        """One count; 0 for what is not there."""
        return int(self.row(row)[self.columns.index(column)]) if column in self.columns else 0

    def as_dict(self) -> dict[str, dict[str, int]]:
        """Row to column to count."""
        return {
            row: {column: int(n) for column, n in zip(self.columns, counts, strict=True)}
            for row, counts in zip(self.rows, self.counts, strict=True)
        }

    def of_rows(self, rows: tuple[str, ...]) -> "Table":
        """The same table with these rows only."""
        return Table(rows, self.columns, np.array([self.row(row) for row in rows], dtype=np.int64))

    def two_by_two(self, rows: tuple[str, ...], columns: tuple[str, ...]) -> Counts:
        """[[in both, row only], [column only, neither]] for a set of rows and a set of columns."""
        inside = [n for n, row in enumerate(self.rows) if row in rows]
        across = [n for n, column in enumerate(self.columns) if column in columns]
        both = int(self.counts[np.ix_(inside, across)].sum())
        row_total, column_total = int(self.counts[inside].sum()), int(self.counts[:, across].sum())
        return np.array(
            [[both, row_total - both], [column_total - both, self.total - row_total - column_total + both]], dtype=np.int64
        )


def choose_corpus(connection: "duckdb.DuckDBPyConnection", corpus: str | None) -> str:
    """The corpus that was asked for, or the only one. Raises InputError."""
    names = [row[0] for row in connection.execute("SELECT DISTINCT corpus FROM records ORDER BY 1").fetchall()]
    if not names:
        raise InputError("the database holds no records yet; bring some in with `firstmile study import`.")
    if corpus is None and len(names) > 1:
        raise InputError(f"the database holds several corpora; choose one with --corpus: {', '.join(names)}.")
    if corpus is not None and corpus not in names:
        raise InputError(f"there is no corpus {corpus!r} in the database; it holds {', '.join(names)}.")
    return corpus or names[0]


def size(connection: "duckdb.DuckDBPyConnection", corpus: str) -> tuple[int, int]:
    """(records, distinct issues)."""
    row = database.first(connection, "SELECT count(*), count(DISTINCT (repository, issue)) FROM records WHERE corpus = ?", [corpus])
    return (int(row[0]), int(row[1])) if row else (0, 0)


def totals(connection: "duckdb.DuckDBPyConnection", corpus: str, column: str) -> dict[str, int]:
    """Value to count, the most frequent first."""
    rows = connection.execute(
        f"SELECT {COLUMNS[column]} AS value, count(*) AS n FROM records WHERE corpus = ? GROUP BY 1 ORDER BY n DESC, value",  # noqa: S608
        [corpus],
    ).fetchall()
    return {str(value): int(n) for value, n in rows}


def cross(connection: "duckdb.DuckDBPyConnection", corpus: str, row: str, column: str) -> Table:
    """A table of two columns; rows and columns with the most records first."""
    found = connection.execute(
        f"SELECT {COLUMNS[row]}, {COLUMNS[column]}, count(*) FROM records WHERE corpus = ? GROUP BY 1, 2", [corpus]  # noqa: S608
    ).fetchall()
    rows, columns = tuple(totals(connection, corpus, row)), tuple(totals(connection, corpus, column))
    places = {name: n for n, name in enumerate(rows)}, {name: n for n, name in enumerate(columns)}
    counts = np.zeros((len(rows), len(columns)), dtype=np.int64)
    for row_name, column_name, n in found:
        counts[places[0][row_name], places[1][column_name]] = n
    return Table(rows, columns, counts)
