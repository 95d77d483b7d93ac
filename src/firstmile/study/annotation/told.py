"""Agreement and disagreements, as a document and as text."""

from typing import TYPE_CHECKING, Any

from firstmile.errors import InputError
from firstmile.study import labels
from firstmile.study.annotation import settle
from firstmile.study.annotation.agreement import FEWEST, Estimate, agreement, per_label
from firstmile.study.words import clean, table

if TYPE_CHECKING:
    import duckdb

LEVELS = {"symptom": 3, "root_cause": 2, "stage": 1}


def _estimate(one: Estimate | None) -> dict[str, Any] | None:
    if one is None or one.value is None:
        return None
    bounds = None if one.low is None or one.high is None else [round(one.low, 4), round(one.high, 4)]
    return {"value": round(one.value, 4), "interval": bounds}


def document(connection: "duckdb.DuckDBPyConnection") -> dict[str, Any]:
    """Agreement per field and level, per pair of annotators, and per label."""
    annotators, _ = settle.matrix(connection, "symptom")
    if len(annotators) < 2:
        raise InputError(f"agreement needs two annotators, the database has {len(annotators)}; add label files with `study labels add`.")
    fields: dict[str, Any] = {}
    for field in labels.FIELDS:
        _, said = settle.matrix(connection, field)
        levels = []
        for level in range(1, LEVELS[field] + 1):
            rows = settle.rows(annotators, said, level)
            one = agreement(rows)
            if one is None:
                continue
            levels.append({
                "level": level, "items": one.items, "categories": one.categories, "percent_agreement": _estimate(one.percent),
                "cohen_kappa": _estimate(one.kappa), "krippendorff_alpha": _estimate(one.alpha), "gwet_ac1": _estimate(one.ac1),
                "pairs": _pairs(annotators, rows) if len(annotators) > 2 else [],
            })
        deepest = settle.rows(annotators, said, LEVELS[field])
        fields[field] = {"levels": levels, "labels": [
            {"label": one.label, "chosen": one.chosen, "positive_agreement": round(one.positive, 4), "krippendorff_alpha": _estimate(one.alpha)}
            for one in per_label(deepest)
        ]}
    found = settle.disagreements(connection)
    return {
        "schema": "firstmile.study-agreement/1", "annotators": annotators, "fields": fields,
        "disagreements": len(found), "adjudicated": sum(bool(one.decided) for one in found),
    }


def _pairs(annotators: list[str], rows: list[list[str | None]]) -> list[dict[str, Any]]:
    found = []
    for n, first in enumerate(annotators):
        for m, second in enumerate(annotators[n + 1 :], n + 1):
            one = agreement([[row[n], row[m]] for row in rows], 500)
            if one is not None:
                found.append({"annotators": [first, second], "items": one.items, "cohen_kappa": _estimate(one.kappa)})
    return found


def _shown(one: dict[str, Any] | None) -> str:
    if one is None:
        return "not defined"
    return f"{one['value']:.2f}" + (f" ({one['interval'][0]:.2f} to {one['interval'][1]:.2f})" if one["interval"] else "")


def as_text(agreed: dict[str, Any]) -> str:
    """Agreement for a terminal."""
    text = clean(f"annotators: {', '.join(agreed['annotators'])}\n")
    for field, part in agreed["fields"].items():
        if not part["levels"]:
            text += f"\n{labels.NAMES[field]}: no item was judged by two annotators\n"
            continue
        text += f"\n{labels.NAMES[field]}\n" + table(
            ["level", "items", "labels", "agree", "Cohen's kappa", "Krippendorff's alpha", "Gwet's AC1"],
            [[row["level"], row["items"], row["categories"], f"{100 * row['percent_agreement']['value']:.0f} %",
              _shown(row["cohen_kappa"]) if row["cohen_kappa"] or not row["pairs"] else "see pairs",
              _shown(row["krippendorff_alpha"]), _shown(row["gwet_ac1"])] for row in part["levels"]])
        for pair in part["levels"][-1]["pairs"]:
            text += clean(f"  {' and '.join(pair['annotators'])}: kappa {_shown(pair['cohen_kappa'])} on {pair['items']} items\n")
        weak = [one for one in part["labels"] if one["positive_agreement"] < 0.67][:10]
        if weak:
            text += "  labels that the annotators do not share (less than 2 in 3 times):\n" + table(
                ["label", "chosen", "shared"], [[one["label"], one["chosen"], f"{100 * one['positive_agreement']:.0f} %"] for one in weak], "    ")
    if any(row["items"] < FEWEST for part in agreed["fields"].values() for row in part["levels"]):
        text += f"\nno intervals below {FEWEST} items: so few say little of how the annotators agree\n"
    return text + f"\n{agreed['disagreements']} disagreements, {agreed['adjudicated']} adjudicated\n"


def disagreements_as_text(found: list[settle.Disagreement]) -> str:
    """Disagreements for a terminal."""
    text = ""
    for one in found:
        text += f"{one.item}  {labels.NAMES[one.field]} (from level {one.level})\n"
        text += "".join(f"  {annotator}: {label}\n" for annotator, label in one.said)
        text += f"  -> {one.decided}, {one.by}: {one.reason}\n" if one.decided else "  -> not adjudicated\n"
    return clean(text or "no disagreements\n")
