"""Settled labels become records of a corpus, so that the same analysis runs on them."""

import json
from typing import TYPE_CHECKING

from firstmile.errors import InputError
from firstmile.study.annotation import settle
from firstmile.study.importing import repositories, store
from firstmile.study.items import parse_item
from firstmile.study.record import Anomaly, Imported, Record

if TYPE_CHECKING:
    import duckdb


def adopt(connection: "duckdb.DuckDBPyConnection", corpus: str, fewest: int) -> tuple[int, dict[str, str]]:
    """Keep all settled items as a corpus; returns how many, and why the others are not settled."""
    done, open_ = settle.settled(connection, fewest)
    if not done:
        raise InputError("no item has settled labels in every field; see `firstmile study labels disagreements`.")
    states = {
        (repository, number): (state, url)
        for repository, number, state, url in connection.execute("SELECT repository, number, state, url FROM issues").fetchall()
    }
    records = []
    for position, one in enumerate(done, 1):
        repository, number = parse_item(one.item, one.item)
        state, url = states.get((repository, number), (None, f"https://github.com/{repository}/issues/{number}"))
        records.append(Record(
            repository, number, 1, url, state, one.symptom, one.root_cause, one.stage, repositories.series_of(repository),
            repository.split("/")[1], None, json.dumps(one._asdict(), ensure_ascii=False), "annotations", position,
        ))
    anomalies = [Anomaly("not settled", item, why, "left out") for item, why in open_.items()]
    store.save(connection, corpus, Imported("labels", "annotations of this database", None, [], records, anomalies))
    return len(done), open_
