"""The figures of a paper as SVG and PDF, with text as text and no timestamps: the same data, the same file."""

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import matplotlib as mpl
import numpy as np

mpl.use("agg")

from matplotlib.figure import Figure  # after the backend is chosen
from matplotlib.ticker import FuncFormatter

_INK, _SOFT = "#1d2126", "#8a9099"
COLOURS = ("#2f6db5", "#b04f14", "#7a5195", "#17737f", "#a83a6d", "#477326", "#a8362a", "#5361b5", "#6d6a5f", "#94610f")
_STYLE: Any = {
    "font.family": "DejaVu Sans", "font.size": 9, "svg.fonttype": "none", "svg.hashsalt": "firstmile", "pdf.fonttype": 42, "axes.spines.top": False,
    "axes.spines.right": False, "axes.edgecolor": _SOFT, "text.color": _INK, "axes.labelcolor": _INK, "xtick.color": _INK, "ytick.color": _INK,
}


def _stacked(document: dict[str, Any], key: str, field: str) -> Figure:
    rows = document[key][f"{field}s_by_series"]
    labels = list(next(iter(rows.values())))
    figure = Figure(figsize=(7, 1.1 + 0.5 * len(rows) + 0.16 * len(labels)), layout="constrained")
    axes = figure.subplots()
    left = np.zeros(len(rows))
    totals = np.array([max(1, sum(row.values())) for row in rows.values()])
    for n, label in enumerate(labels):
        counts = np.array([row[label] for row in rows.values()])
        shares = 100 * counts / totals
        axes.barh(list(rows), shares, left=left, color=COLOURS[n % len(COLOURS)], edgecolor="white", linewidth=0.6, label=label)
        for y, (share, count) in enumerate(zip(shares, counts, strict=True)):
            if share > 4:
                axes.text(left[y] + share / 2, y, str(count), ha="center", va="center", color="white", fontsize=8)
        left += shares
    axes.set_xlabel("% of the series' records")
    axes.invert_yaxis()
    axes.margins(x=0)
    figure.legend(loc="outside lower center", ncols=2, frameon=False, fontsize=8)
    return figure


def _heat(document: dict[str, Any]) -> Figure:
    residuals, counts = document["rq3"]["adjusted_residuals"], document["rq3"]["root_causes_by_symptom"]
    symptoms, causes = list(residuals), list(next(iter(residuals.values())))
    values = np.array([[residuals[s][c] for s in symptoms] for c in causes])
    figure = Figure(figsize=(7, 0.9 + 0.36 * len(causes)), layout="constrained")
    axes = figure.subplots()
    most = max(4.0, float(np.abs(values).max()))
    image = axes.imshow(values, cmap="RdBu_r", vmin=-most, vmax=most, aspect="auto")
    axes.set_xticks(range(len(symptoms)), [s.replace(" ", "\n") for s in symptoms])
    axes.set_yticks(range(len(causes)), causes)
    for y, cause in enumerate(causes):
        for x, symptom in enumerate(symptoms):
            dark = abs(values[y, x]) > 0.6 * most
            axes.text(x, y, f"{values[y, x]:+.1f} ({counts[symptom][cause]})", ha="center", va="center", fontsize=8, color="white" if dark else _INK)
    figure.colorbar(image, ax=axes, label="adjusted residual", shrink=0.8)
    return figure


def _likeness(document: dict[str, Any]) -> Figure:
    figure = Figure(figsize=(7, 2.6), layout="constrained")
    for axes, (field, name) in zip(figure.subplots(1, 2), (("symptom", "Symptoms"), ("root_cause", "Root causes")), strict=True):
        details = document["rq4"][f"{field}_details"]
        for y, one in enumerate(details.values()):
            low, high = one["pearson_if_equal"]
            axes.barh(y, high - low, left=low, height=0.5, color="#dfe3e8")
            axes.plot(one["interval"], [y, y], color=COLOURS[0], linewidth=2)
            axes.plot(one["pearson"], y, "o", color=COLOURS[0])
        axes.set_yticks(range(len(details)), list(details))
        axes.axvline(0, color=_SOFT, linewidth=0.8, linestyle=":")
        axes.set_xlim(-0.5, 1.02)
        axes.invert_yaxis()
        axes.set_title(name, fontsize=9, loc="left")
        axes.set_xlabel("Pearson's r; grey: if equal")
    return figure


def _compared(rows: list[dict[str, Any]], first: str, second: str) -> Figure:
    figure = Figure(figsize=(7, 0.9 + 0.34 * len(rows)), layout="constrained")
    axes = figure.subplots()
    for y, one in enumerate(rows):
        axes.plot(one["interval"], [y, y], color=COLOURS[0] if one["p_holm"] < 0.05 else _SOFT, linewidth=2)
        axes.plot(one["odds_ratio"], y, "o", color=COLOURS[0] if one["p_holm"] < 0.05 else _SOFT)
    axes.axvline(1, color=_SOFT, linewidth=0.8, linestyle=":")
    axes.set_xscale("log", base=2)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.set_yticks(range(len(rows)), [one["label"] for one in rows])
    axes.invert_yaxis()
    axes.set_xlabel(f"odds ratio, {first} against {second}; blue: p < 0.05 (Holm)")
    return figure


def _versions(document: dict[str, Any], field: str) -> Figure:
    pairs, table = document["rq6"]["pairs"], document["rq6"][f"{field}s_by_version"]
    labels = list(next(iter(table.values())))
    figure = Figure(figsize=(7, 0.8 + 0.36 * len(labels)), layout="constrained")
    for n, (axes, pair) in enumerate(zip(np.atleast_1d(figure.subplots(1, len(pairs), sharey=True)), pairs, strict=True)):
        shares = [
            tuple(100 * table[pair[k]][label] / max(1, sum(table[pair[k]].values())) for k in ("from", "to")) for label in labels
        ]
        # Arrows do not widen an axis, and one whose head lies outside is not drawn at all.
        most = max(max(both) for both in shares)
        axes.set_xlim(-0.04 * most, 1.06 * most)
        for y, (before, after) in enumerate(shares):
            axes.annotate("", (after, y), (before, y), arrowprops={"arrowstyle": "->", "color": COLOURS[1] if after > before else COLOURS[0]})
            axes.plot(before, y, "o", color=_SOFT, markersize=4)
        axes.set_title(f"{pair['from']}\nto {pair['to']}", fontsize=9)
        axes.set_xlabel("%")
        if n == 0:
            axes.set_yticks(range(len(labels)), labels)
            axes.invert_yaxis()
    return figure


def figures(document: dict[str, Any]) -> Iterator[tuple[str, Callable[[], Figure]]]:
    """Names and makers of all figures that the document has the data for."""
    yield "rq1-symptoms-by-series", partial(_stacked, document, "rq1", "symptom")
    yield "rq2-root-causes-by-series", partial(_stacked, document, "rq2", "root_cause")
    yield "rq3-adjusted-residuals", partial(_heat, document)
    if document["rq4"]["symptom_details"]:
        yield "rq4-likeness", partial(_likeness, document)
    for field, name in (("symptom", "symptoms"), ("root_cause", "root-causes")):
        rows = document["rq5"][f"{field}_comparisons"]
        if rows:
            yield f"rq5-{name}", partial(_compared, rows, "fine-tuning", "inference")
        if document["rq6"]["pairs"]:
            yield f"rq6-{name}", partial(_versions, document, field)


def drawn(make: Callable[[], Figure]) -> tuple[bytes, bytes]:
    """(SVG, PDF) of a figure."""
    with mpl.rc_context(_STYLE):
        figure = make()
        svg, pdf = io.BytesIO(), io.BytesIO()
        figure.savefig(svg, format="svg", metadata={"Date": None, "Creator": "firstmile"})
        figure.savefig(pdf, format="pdf", metadata={"CreationDate": None, "ModDate": None, "Creator": "firstmile"})
    return svg.getvalue(), pdf.getvalue()
