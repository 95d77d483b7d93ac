"""The analysis for a terminal: verdicts first, then the tables, then what was published beside what was found."""

import textwrap
from collections import Counter
from typing import Any

from firstmile.study.analysis.published import EQUAL
from firstmile.study.words import clean, number, p_value, table

_WIDTH = 110


def _heading(text: str) -> str:
    return f"\n{text}\n{'-' * len(text)}\n"


def _wrapped(text: str, mark: str = "  ") -> str:
    return textwrap.fill(clean(text), _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark)) + "\n"


def _by_row(rows: dict[str, dict[str, int]], total: bool = True) -> str:
    """A table with our rows as columns: labels are long, series are not."""
    names = list(rows)
    labels = list(next(iter(rows.values()), {}))
    lines = [[label, *(rows[name][label] for name in names), *([sum(rows[name][label] for name in names)] if total else [])] for label in labels]
    return table(["", *names, *(["all"] if total else [])], lines)


def _test(name: str, test: dict[str, Any] | None) -> str:
    if test is None:
        return f"  {name}: not tested, it needs two rows and two columns\n"
    low, high = test["cramers_v_corrected_interval"]
    simulated = "" if test["p_simulated"] is None else f" (simulated {p_value(test['p_simulated'])})"
    return (
        f"  {name}: chi-squared {test['chi_squared']:.1f}, df {test['degrees_of_freedom']}, p {p_value(test['p'])}{simulated}, "
        f"Cramer's V {test['cramers_v']:.2f} (corrected {test['cramers_v_corrected']:.2f}, {low:.2f} to {high:.2f})\n"
    )


def _shares(shares: dict[str, dict[str, Any]]) -> str:
    return table(["", "n", "%", "95 %"], [
        [name, one["n"], f"{one['percent']:.1f}", f"{one['interval_percent'][0]:.1f} to {one['interval_percent'][1]:.1f}"]
        for name, one in shares.items()
    ])


def _frequencies(title: str, part: dict[str, Any], field: str, verbose: bool) -> str:
    text = _heading(title) + _by_row(part[f"{field}s_by_series"]) + _test("series differ", part["test_series"])
    return text + "\n" + _shares(part["leaf_shares"] if verbose else part["shares"])


def _relation(part: dict[str, Any]) -> str:
    text = _heading("RQ3  Symptoms and root causes: adjusted residuals (* after Benjamini-Hochberg)")
    residuals, p = part["adjusted_residuals"], part["residuals_p_benjamini_hochberg"]
    causes = list(next(iter(residuals.values()), {}))
    text += table(["", *residuals], [
        [cause, *(f"{residuals[s][cause]:+.1f}{'*' if p[s][cause] < 0.05 else ' '}" for s in residuals)] for cause in causes
    ])
    text += _test("together", part["test"])
    return text + "".join(f"  best guess of the {what}: right for {value:.0f} %\n" for what, value in part["best_guess_percent"].items())


def _likeness(part: dict[str, Any]) -> str:
    text = _heading("RQ4  Are the series alike? Pearson's r, as the study takes it")
    for field, name in (("symptom", "symptoms"), ("root_cause", "root causes")):
        rows = [
            [pair, f"{one['pearson']:.2f}", f"{one['interval'][0]:.2f} to {one['interval'][1]:.2f}",
             f"{one['pearson_if_equal'][0]:.2f} to {one['pearson_if_equal'][1]:.2f}", f"{one['spearman']:.2f}",
             p_value(one["p_equal_holm"]), f"{one['cramers_v']:.2f}"]
            for pair, one in part[f"{field}_details"].items()
        ]
        text += table([name, "r", "95 %", "r if equal", "rho", "p equal (Holm)", "V"], rows) if rows else f"  {name}: too few records\n"
    return text


def _stages(part: dict[str, Any]) -> str:
    text = _heading("RQ5  Stages, %")
    for field in ("symptom", "root_cause"):
        rows = part[f"{field}s_by_stage_percent"]
        names = list(rows)
        compared = {one["label"]: one for one in part[f"{field}_comparisons"]}
        text += table(["", *names, "odds ratio", "p (Holm)"], [
            [label, *(f"{rows[name][label]:.1f}" for name in names),
             *((f"{compared[label]['odds_ratio']:.2f}", p_value(compared[label]["p_holm"])) if label in compared else ("", ""))]
            for label in next(iter(rows.values()), {})
        ])
        text += _test("stages differ", part[f"{field}_test"])
    return text


def _evolution(part: dict[str, Any]) -> str:
    text = _heading("RQ6  From version to version")
    if not part["pairs"]:
        return text + "  no two versions to compare; name them with --versions BEFORE:AFTER\n"
    for field in ("symptoms", "root_causes"):
        text += _by_row(part[f"{field}_by_version"], total=False)
        for pair in part["pairs"]:
            text += _test(f"{pair['from']} to {pair['to']}", pair[f"{field.removesuffix('s')}_test"])
    return text


def _published(rows: list[dict[str, Any]], verbose: bool) -> str:
    if not rows:
        return ""
    counted = Counter(row["verdict"] for row in rows)
    text = _heading("Published figures beside these")
    text += "  " + ", ".join(f"{n} {verdict}" for verdict, n in counted.items()) + f" (of {len(rows)})\n"
    shown = rows if verbose else [row for row in rows if row["verdict"] != EQUAL]
    if shown:
        text += table(["figure", "what", "published", "here", ""], [
            [row["figure"], row["what"], row["published"], "-" if row["reproduced"] is None else row["reproduced"], row["verdict"]] for row in shown
        ])
    return text + "".join(_wrapped(f"{row['what']}: {row['because']}.", "  - ") for row in shown if row["because"])


def render(document: dict[str, Any], *, verbose: bool = False) -> str:
    """The whole text."""
    text = f"{document['corpus']}: {number(document['records'])} records of {number(document['issues'])} issues\n"
    text += "  " + clean(", ".join(f"{name} {number(n)}" for name, n in list(document["series"].items())[:12])) + "\n"
    text += _heading("The three phenomena")
    for one in document["phenomena"]:
        text += f"{one['title']}: {one['verdict'].upper()}\n" + _wrapped(f"The paper: {one['paper_says']}")
        text += "".join(_wrapped(word, "  - ") for word in one["words"]) + "\n"
    text += _frequencies("RQ1  Symptoms", document["rq1"], "symptom", verbose)
    text += _frequencies("RQ2  Root causes", document["rq2"], "root_cause", verbose)
    text += _relation(document["rq3"]) + _likeness(document["rq4"]) + _stages(document["rq5"]) + _evolution(document["rq6"])
    text += _published(document["published"], verbose)
    if document["anomalies"]:
        text += _heading("Oddities of the data") + "".join(
            _wrapped(f"{one['kind']}: {one['subject']}: {one['detail']}", "  - ") for one in document["anomalies"]
        )
    return text + _heading("To keep in mind") + "".join(_wrapped(note, "  - ") for note in document["notes"])
