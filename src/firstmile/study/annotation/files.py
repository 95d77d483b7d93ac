"""Annotators' files: one row an issue, with symptom, root cause and stage; a blank field means "not judged"."""

from typing import NamedTuple

from firstmile.errors import InputError
from firstmile.study import labels
from firstmile.study.importing.mapped import rows_of
from firstmile.study.items import item, parse_item


class Annotation(NamedTuple):
    """One annotator's labels of one item."""

    item: str
    symptom: str | None
    root_cause: str | None
    stage: str | None
    note: str


def read(path: str, *, any_label: bool = False) -> list[Annotation]:
    """All labels of a .csv, .tsv or .jsonl file. Raises InputError for unknown labels and for an item that stands twice."""
    found: dict[str, Annotation] = {}
    for position, row in rows_of(path):
        where = f"{path}, record {position}"
        named = next((row[key] for key in ("item", "issue", "url", "link", "id") if row.get(key)), None)
        key = item(*parse_item(named, where))
        if key in found:
            raise InputError(f"{where}: {key} stands twice; an annotator labels an item once.")
        values = {
            field: labels.read(field, row[field], where, any_label=any_label).label if str(row.get(field) or "").strip() else None
            for field in labels.FIELDS
        }
        found[key] = Annotation(key, values["symptom"], values["root_cause"], values["stage"], str(row.get("note") or ""))
    if not any(one.symptom or one.root_cause or one.stage for one in found.values()):
        raise InputError(f"{path} holds no labels; its columns are item, symptom, root_cause, stage and note.")
    return list(found.values())
