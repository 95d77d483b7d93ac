"""What the annotators said of each item, where they differ, what was decided, and the labels that come out."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from firstmile.errors import InputError
from firstmile.study import database, labels
from firstmile.study.annotation.files import Annotation

if TYPE_CHECKING:
    import duckdb

Matrix = dict[str, dict[str, str | None]]  # item -> annotator -> label


class Disagreement(NamedTuple):
    """An item on which annotators differ in a field, and what was decided ("" for nothing yet)."""

    item: str
    field: str
    said: tuple[tuple[str, str], ...]
    level: int
    decided: str
    by: str
    reason: str


def save(connection: "duckdb.DuckDBPyConnection", annotator: str, annotations: Iterable[Annotation], source: str) -> int:
    """Put an annotator's labels in the place of their earlier ones; returns how many there were before."""
    with database.transaction(connection):
        before = database.count(connection, "SELECT count(*) FROM annotations WHERE annotator = ?", [annotator])
        connection.execute("DELETE FROM annotations WHERE annotator = ?", [annotator])
        database.insert(connection, "annotations", [
            (one.item, annotator, one.symptom, one.root_cause, one.stage, one.note, source) for one in annotations
        ])
    return before


def matrix(connection: "duckdb.DuckDBPyConnection", field: str) -> tuple[list[str], Matrix]:
    """The annotators, and what each said of each item."""
    assert field in labels.FIELDS  # noqa: S101  # it becomes part of the statement
    annotators = [row[0] for row in connection.execute("SELECT DISTINCT annotator FROM annotations ORDER BY 1").fetchall()]
    found: Matrix = {}
    for item, annotator, label in connection.execute(f"SELECT item, annotator, {field} FROM annotations ORDER BY item, annotator").fetchall():  # noqa: S608
        found.setdefault(item, {})[annotator] = label
    return annotators, found


def rows(annotators: list[str], said: Matrix, level: int) -> list[list[str | None]]:
    """Items x annotators, each label cut to a level of the taxonomy."""
    table: list[list[str | None]] = []
    for by in said.values():
        row = []
        for annotator in annotators:
            label = by.get(annotator)
            row.append(None if label is None else labels.at_level(label, level))
        table.append(row)
    return table


def disagreements(connection: "duckdb.DuckDBPyConnection") -> list[Disagreement]:
    """Every item and field on which two annotators differ, settled or not."""
    decided = {
        (item, field): (label, by, reason)
        for item, field, label, by, reason in connection.execute(
            "SELECT item, field, label, adjudicator, reason FROM adjudications").fetchall()
    }
    found = []
    for field in labels.FIELDS:
        _, said = matrix(connection, field)
        for item, by in said.items():
            given = tuple((annotator, label) for annotator, label in by.items() if label is not None)
            if len({label for _, label in given}) < 2:
                continue
            level = next(n for n in range(1, 9) if len({labels.at_level(label, n) for _, label in given}) > 1)
            label, adjudicator, reason = decided.get((item, field), ("", "", ""))
            found.append(Disagreement(item, field, given, level, label, adjudicator, reason))
    return sorted(found)


def adjudicate(connection: "duckdb.DuckDBPyConnection", item: str, field: str, label: str, by: str, reason: str) -> None:
    """Record what was decided on an item that annotators labelled. A later decision takes the earlier one's place."""
    _, said = matrix(connection, field)
    if item not in said:
        raise InputError(f"nobody labelled {item}; `firstmile study labels disagreements` lists what there is to settle.")
    if not by.strip() or not reason.strip():
        raise InputError("a decision needs --by and --reason, so that others can follow it.")
    with database.transaction(connection):
        database.insert(connection, "adjudications", [(item, field, label, by, reason, datetime.now(UTC))], replace=True)


class Settled(NamedTuple):
    """The labels of an item that all agree on or that were adjudicated."""

    item: str
    symptom: str
    root_cause: str
    stage: str


def settled(connection: "duckdb.DuckDBPyConnection", fewest: int = 2) -> tuple[list[Settled], dict[str, str]]:
    """Items with a final label in each field, and why the others have none. A field needs so many equal judgements."""
    decided = {(item, field): label for item, field, label in connection.execute("SELECT item, field, label FROM adjudications").fetchall()}
    said = {field: matrix(connection, field)[1] for field in labels.FIELDS}
    done, open_ = [], {}
    for item in said["symptom"]:
        final: dict[str, str] = {}
        for field in labels.FIELDS:
            given = [label for label in said[field][item].values() if label is not None]
            if (item, field) in decided:
                final[field] = decided[item, field]
            elif len(given) >= fewest and len(set(given)) == 1:
                final[field] = given[0]
            else:
                open_[item] = f"{labels.NAMES[field]}: " + ("annotators differ" if len(set(given)) > 1 else f"judged by {len(given)} of {fewest}")
                break
        if len(final) == len(labels.FIELDS):
            done.append(Settled(item, final["symptom"], final["root_cause"], final["stage"]))
    return done, open_
