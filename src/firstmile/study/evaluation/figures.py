"""The evaluation's figures: calibration, confusion, and the guessers side by side."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from firstmile.study import labels
from firstmile.study.reporting.figures import COLOURS


def _calibration(found: dict[str, Any]) -> Figure:
    figure = Figure(figsize=(3.8, 3.8), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="#8a9099", linewidth=0.8, linestyle=":")
    for row in found["calibration"]["bins"]:
        axes.plot([row["confidence"]] * 2, row["interval"], color=COLOURS[0], linewidth=2, alpha=0.5)
        axes.plot(row["confidence"], row["right"], "o", color=COLOURS[0], markersize=3 + 9 * np.sqrt(row["n"] / found["unseen"]))
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_xlabel("said with confidence (root-cause group)")
    axes.set_ylabel("right")
    return figure


def _confusion(found: dict[str, Any], field: str) -> Figure:
    table = found["confusion"][field]
    names, columns = list(table), list(next(iter(table.values())))
    values = np.array([[table[name][column] for column in columns] for name in names], dtype=float)
    shares = values / np.maximum(1, values.sum(axis=1, keepdims=True))
    figure = Figure(figsize=(2.6 + 0.55 * len(columns), 1.6 + 0.4 * len(names)), layout="constrained")
    axes = figure.subplots()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    axes.set_xticks(range(len(columns)), columns, rotation=40, ha="right", fontsize=7)
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.set_xlabel(f"said {labels.NAMES[field]}")
    axes.set_ylabel("true")
    for y in range(len(names)):
        for x in range(len(columns)):
            if values[y, x]:
                axes.text(x, y, f"{values[y, x]:.0f}", ha="center", va="center", fontsize=8, color="white" if shares[y, x] > 0.55 else "#1d2126")
    return figure


def _measures(found: dict[str, Any]) -> Figure:
    figure = Figure(figsize=(7, 1 + 0.5 * len(found["measures"])), layout="constrained")
    axes = figure.subplots()
    names = found["guessers"]
    for n, name in enumerate(names):
        for y, by in enumerate(found["measures"].values()):
            if name in by:
                at = y + 0.16 * (n - (len(names) - 1) / 2)
                axes.plot(by[name]["interval"], [at, at], color=COLOURS[n], linewidth=2, alpha=0.5)
                axes.plot(by[name]["value"], at, "o", color=COLOURS[n], markersize=5, label=name if y == len(found["measures"]) - 1 else None)
    axes.set_yticks(range(len(found["measures"])), list(found["measures"]))
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_xlabel("share of cases that are right, with 95 % interval")
    figure.legend(loc="outside lower center", ncols=len(names), frameon=False)
    return figure


def figures(found: dict[str, Any]) -> Iterator[tuple[str, Callable[[], Figure]]]:
    """Names and makers; none without unseen cases, because a plot of memory looks like one of skill."""
    if not found["unseen"]:
        return
    yield "measures", partial(_measures, found)
    yield "calibration", partial(_calibration, found)
    for field in labels.FIELDS:
        if found["confusion"][field]:
            yield f"confusion-{field.replace('_', '-')}", partial(_confusion, found, field)
