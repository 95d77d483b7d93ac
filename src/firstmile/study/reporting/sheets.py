"""The tables as CSV and as LaTeX (booktabs), from the same document as everything else."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

_LATEX = str.maketrans({
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})


class Sheet(NamedTuple):
    """A table with a name for its file and a caption."""

    name: str
    caption: str
    header: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def _counts(name: str, caption: str, rows: dict[str, dict[str, int]]) -> Sheet:
    labels = list(next(iter(rows.values()), {}))
    return Sheet(name, caption, ("label", *rows), [(label, *(row[label] for row in rows.values())) for label in labels])


def _shares(name: str, caption: str, shares: dict[str, dict[str, Any]]) -> Sheet:
    return Sheet(name, caption, ("label", "n", "percent", "low", "high"), [
        (label, one["n"], one["percent"], *one["interval_percent"]) for label, one in shares.items()])


def _compared(name: str, caption: str, rows: list[dict[str, Any]]) -> Sheet:
    return Sheet(name, caption, ("label", "percent", "percent elsewhere", "odds ratio", "low", "high", "p", "p (Holm)"), [
        (one["label"], round(100 * one["share"], 1), round(100 * one["share_elsewhere"], 1), one["odds_ratio"], *one["interval"], one["p"], one["p_holm"]) for one in rows])


def sheets(document: dict[str, Any]) -> Iterator[Sheet]:
    """Every table of the study."""
    yield _counts("rq1-symptoms-by-series", "Symptoms by series", document["rq1"]["symptoms_by_series"])
    yield _shares("rq1-symptom-leaves", "Symptoms, with 95 % intervals (Wilson)", document["rq1"]["leaf_shares"])
    yield _counts("rq2-root-causes-by-series", "Root causes by series", document["rq2"]["root_causes_by_series"])
    yield _shares("rq2-root-cause-leaves", "Root causes, with 95 % intervals (Wilson)", document["rq2"]["leaf_shares"])
    rq3 = document["rq3"]
    yield _counts("rq3-root-causes-by-symptom", "Root causes by symptom", rq3["root_causes_by_symptom"])
    yield _counts("rq3-adjusted-residuals", "Adjusted residuals of root cause by symptom", rq3["adjusted_residuals"])
    for field in ("symptom", "root_cause"):
        name = field.replace("_", "-")
        yield Sheet(f"rq4-{name}-correlation", f"Likeness of series by {name.replace('-', ' ')}",
                    ("pair", "r", "low", "high", "low if equal", "high if equal", "rho", "p equal (Holm)", "V"),
                    [(pair, one["pearson"], *one["interval"], *one["pearson_if_equal"], one["spearman"], one["p_equal_holm"], one["cramers_v"])
                     for pair, one in document["rq4"][f"{field}_details"].items()])
        yield _counts(f"rq5-{name}s-by-stage-percent", f"{name.replace('-', ' ').capitalize()}s by stage, %", document["rq5"][f"{field}s_by_stage_percent"])
        yield _compared(f"rq5-{name}s-fine-tuning-against-inference", "Fine-tuning against inference", document["rq5"][f"{field}_comparisons"])
        yield _counts(f"rq6-{name}s-by-version", f"{name.replace('-', ' ').capitalize()}s by version", document["rq6"][f"{field}s_by_version"])
    yield Sheet("phenomena", "The three phenomena", ("phenomenon", "claim", "verdict", "statistics"), [
        (one["title"], claim["claim"], claim["verdict"], claim["words"]) for one in document["phenomena"] for claim in one["claims"]])
    if document["published"]:
        yield Sheet("published", "Published beside reproduced", ("figure", "what", "published", "reproduced", "verdict", "because"),
                    [tuple(row.values()) for row in document["published"]])


def as_csv(sheet: Sheet) -> str:
    """A CSV text. A leading =, + or @ is kept from being a formula where the file is opened in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(sheet.header)
    writer.writerows([["'" + cell if isinstance(cell, str) and cell[:1] in "=+@" and cell else cell for cell in row] for row in sheet.rows])
    return out.getvalue()


def as_latex(sheet: Sheet) -> str:
    """A booktabs table."""
    def cells(row: Sequence[object]) -> str:
        return " & ".join(str(cell).translate(_LATEX) for cell in row) + r" \\"

    numeric = [all(isinstance(row[n], int | float) for row in sheet.rows) for n in range(len(sheet.header))]
    return "\n".join([
        r"% needs \usepackage{booktabs}", r"\begin{table}", r"\centering", rf"\caption{{{sheet.caption.translate(_LATEX)}}}", rf"\label{{tab:{sheet.name}}}",
        rf"\begin{{tabular}}{{{''.join('r' if right else 'l' for right in numeric)}}}", r"\toprule", cells(sheet.header), r"\midrule",
        *(cells(row) for row in sheet.rows), r"\bottomrule", r"\end{tabular}", r"\end{table}", "",
    ])
