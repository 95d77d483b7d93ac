"""The evaluation as text, and its figures and lists as files."""

import io
import json
from collections.abc import Iterator
from typing import Any

from firstmile.study import labels
from firstmile.study.evaluation.document import OURS
from firstmile.study.words import clean, table

_SHOWN = 15


def _percent(one: dict[str, Any]) -> str:
    low, high = one["interval"]
    return f"{100 * one['value']:.0f} % ({100 * low:.0f} to {100 * high:.0f})"


def _measured(found: dict[str, Any]) -> str:
    names, text = found["guessers"], ""
    rows = []
    for measure, by in found["measures"].items():
        row = [measure]
        for name in names:
            one = by.get(name)
            sure = one is not None and one.get("firstmile_better_by", {}).get("sure")
            row.append("-" if one is None else _percent(one) + ("*" if sure else ""))
        rows.append(row)
    text += table(["right", *names], rows) + f"  * surely different from {OURS}: the paired bootstrap interval leaves out 0\n"
    sure = found["calibration"]
    text += f"\ncalibration of the root-cause group: expected error {100 * sure['expected_calibration_error']:.1f} %, Brier {sure['brier']:.3f}\n"
    if sure["right_where_sure"] is not None:
        low, high = sure["right_where_sure_interval"]
        text += f"  says {sure['sure_at']} or more for {100 * sure['sure_share']:.0f} % of cases, and is right for {100 * sure['right_where_sure']:.0f} % ({100 * low:.0f} to {100 * high:.0f}) of these\n"
    text += table(["confidence", "n", "mean", "right", "95 %"], [
        [f"{row['from']:.1f} to {row['to']:.1f}", row["n"], f"{row['confidence']:.2f}", f"{row['right']:.2f}", f"{row['interval'][0]:.2f} to {row['interval'][1]:.2f}"] for row in sure["bins"]])
    text += "\nmacro F1 of groups: " + ", ".join(f"{labels.NAMES[field]} {value:.2f}" for field, value in found["macro_f1"].items()) + "\n"
    for field, rows_of in found["confusion"].items():
        columns = list(next(iter(rows_of.values()), {}))
        text += f"\n{labels.NAMES[field]}: true group a row, said group a column\n" + table(
            ["", *(str(n) for n in range(1, len(columns) + 1))], [[f"{n} {name}", *(row[column] or "." for column in columns)] for n, (name, row) in enumerate(rows_of.items(), 1)])
    return text


def as_text(found: dict[str, Any], *, verbose: bool = False) -> str:
    """The evaluation for a terminal."""
    text = f"{found['cases']} cases, {found['unseen']} of them not trained on\n"
    if found["unseen"]:
        text += _measured(found)
    else:
        text += "  nothing can be measured: the diagnoser was trained on every one of them\n"
    if found["remembered"]:
        text += f"\nof the {len(found['trained_on'])} cases that it was trained on it remembers (no measurement): " + ", ".join(
            f"{measure} {100 * value:.0f} %" for measure, value in found["remembered"].items()) + "\n"
    for name, one in found["by_language"].items():
        text += f"\n{name}, {one['cases']} cases: " + ", ".join(f"{measure} {100 * value:.0f} %" for measure, value in one.items() if measure != "cases") + "\n"
    misses = found["misses"] if verbose else found["misses"][:_SHOWN]
    if found["unseen"]:
        text += f"\n{len(found['misses'])} unseen cases with a wrong group" + (f", the {len(misses)} surest mistakes" if len(misses) < len(found["misses"]) else "") + "\n"
    for miss in misses:
        text += f"  {miss['id']}  {miss['title'][:90]}\n"
        for field, wrong in miss["wrong"].items():
            text += f"    {labels.NAMES[field]}: {' | '.join(wrong['right'])}; said {(wrong['said'] or ['nothing'])[0]} ({wrong['confidence']:.2f})\n"
    return clean(text + "\n" + "".join(f"- {note}\n" for note in found["notes"]))


def files(found: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """The document, the misses as CSV, the calibration plot and the confusion matrices."""
    from firstmile.study.evaluation import figures
    from firstmile.study.reporting.figures import drawn
    from firstmile.study.reporting.sheets import Sheet, as_csv

    yield "evaluation.json", (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()
    misses = [
        (miss["id"], miss["url"], field, " || ".join(wrong["right"]), " || ".join(wrong["said"]), wrong["confidence"])
        for miss in found["misses"] for field, wrong in miss["wrong"].items()
    ]
    yield "misses.csv", as_csv(Sheet("misses", "", ("id", "url", "field", "right", "said", "confidence"), misses)).encode()
    for name, make in figures.figures(found):
        svg, pdf = drawn(make)
        yield f"{name}.svg", svg
        yield f"{name}.pdf", pdf


def as_json(found: dict[str, Any]) -> str:
    """The document as JSON."""
    out = io.StringIO()
    json.dump(found, out, ensure_ascii=False, indent=2)
    return out.getvalue() + "\n"
