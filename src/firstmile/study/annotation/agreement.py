"""How far annotators agree beyond chance: Cohen's kappa, Krippendorff's alpha, Gwet's AC1, with bootstrap intervals.

All three are ratios of sums over items, so that one matrix product resamples them: an item keeps its labels, and
the bootstrap draws how often each item is counted.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
MISSING = -1
FEWEST = 10  # items below which resampling says nothing: it draws the same few again and again
_UNDEFINED = 0.2  # share of samples without a value beyond which the others are no fair picture
DRAWS = 2000
_SEED = 20260120


class Estimate(NamedTuple):
    """A value and its 95 % interval; None where it is not defined (nobody disagrees because only one label occurs)."""

    value: float | None
    low: float | None
    high: float | None


class Agreement(NamedTuple):
    """Agreement on one field at one level of the taxonomy."""

    items: int
    annotators: int
    categories: int
    percent: Estimate
    kappa: Estimate | None
    alpha: Estimate
    ac1: Estimate


def encode(labels: Sequence[Sequence[str | None]]) -> tuple[npt.NDArray[np.int64], list[str]]:
    """(items x annotators) of numbers, -1 for no label, and what the numbers stand for."""
    names = sorted({label for row in labels for label in row if label is not None})
    place = {name: n for n, name in enumerate(names)}
    codes = np.array([[MISSING if label is None else place[label] for label in row] for row in labels], dtype=np.int64)
    return codes.reshape(len(labels), len(labels[0]) if labels else 0), names


def _ratio(above: Floats, below: Floats) -> Floats:
    found: Floats = np.divide(above, below, out=np.full(below.shape, np.nan), where=np.abs(below) > 1e-12)
    return found


def _counts(codes: npt.NDArray[np.int64], categories: int) -> Floats:
    """(items x categories): how many annotators chose each."""
    counts = np.zeros((len(codes), categories))
    for column in codes.T:
        chosen = np.nonzero(column != MISSING)[0]
        counts[chosen, column[chosen]] += 1
    return counts


def _percent(weights: Floats, counts: Floats) -> Floats:
    raters = counts.sum(axis=1)
    share = (counts * (counts - 1)).sum(axis=1) / (raters * (raters - 1))
    return _ratio(weights @ share, weights.sum(axis=1))


def _alpha(weights: Floats, counts: Floats) -> Floats:
    raters = counts.sum(axis=1)
    differ = (raters**2 - (counts**2).sum(axis=1)) / (raters - 1)
    n = weights @ raters
    by_label = weights @ counts
    chance = (n**2 - (by_label**2).sum(axis=1)) / (n - 1)
    return 1 - _ratio(weights @ differ, chance)


def _ac1(weights: Floats, counts: Floats) -> Floats:
    categories = counts.shape[1]
    if categories < 2:
        return np.full(len(weights), np.nan)
    shares = (weights @ (counts / counts.sum(axis=1, keepdims=True))) / weights.sum(axis=1, keepdims=True)
    chance = (shares * (1 - shares)).sum(axis=1) / (categories - 1)
    return _ratio(_percent(weights, counts) - chance, 1 - chance)


def _kappa(weights: Floats, first: npt.NDArray[np.int64], second: npt.NDArray[np.int64], categories: int) -> Floats:
    total = weights.sum(axis=1, keepdims=True)
    one, two = np.eye(categories)[first], np.eye(categories)[second]
    chance = ((weights @ one / total) * (weights @ two / total)).sum(axis=1)
    observed = (weights @ (first == second).astype(float)) / total[:, 0]
    return _ratio(observed - chance, 1 - chance)


def _estimate(values: Floats, items: int) -> Estimate:
    """The first is that of the data, the rest are resampled. No interval where it would feign knowledge."""
    if np.isnan(values[0]):
        return Estimate(None, None, None)
    drawn = values[1:][~np.isnan(values[1:])]
    if items < FEWEST or len(drawn) < (1 - _UNDEFINED) * (len(values) - 1):
        return Estimate(float(values[0]), None, None)
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Estimate(float(values[0]), float(low), float(high))


def agreement(labels: Sequence[Sequence[str | None]], draws: int = DRAWS) -> Agreement | None:
    """Agreement over the items that at least two annotators labelled; None if there is no such item."""
    codes, names = encode(labels)
    codes = codes[(codes != MISSING).sum(axis=1) >= 2]
    if not len(codes):
        return None
    counts = _counts(codes, len(names))
    rng = np.random.default_rng(_SEED)
    items = len(codes)
    chunks = []
    for start in range(0, draws + 1, 200):
        size = min(200, draws + 1 - start)
        weights = rng.multinomial(items, np.full(items, 1 / items), size=size).astype(float)
        if start == 0:
            weights[0] = 1.0
        pair = _kappa(weights, codes[:, 0], codes[:, 1], len(names)) if codes.shape[1] == 2 else np.full(size, np.nan)
        chunks.append(np.stack([_percent(weights, counts), pair, _alpha(weights, counts), _ac1(weights, counts)]))
    percent, kappa, alpha, ac1 = (_estimate(row, items) for row in np.concatenate(chunks, axis=1))
    used = int((codes != MISSING).any(axis=0).sum())
    return Agreement(items, used, int((counts.sum(axis=0) > 0).sum()), percent, kappa if codes.shape[1] == 2 else None, alpha, ac1)


class OnLabel(NamedTuple):
    """Agreement on one label: of the times that it was chosen, how often the others chose it as well."""

    label: str
    chosen: int
    positive: float
    alpha: Estimate


def per_label(labels: Sequence[Sequence[str | None]], draws: int = 500) -> list[OnLabel]:
    """Each label against all others, the most chosen first."""
    found = []
    codes, names = encode(labels)
    codes = codes[(codes != MISSING).sum(axis=1) >= 2]
    counts = _counts(codes, len(names))
    raters = counts.sum(axis=1)
    for n, name in enumerate(names):
        chosen = counts[:, n]
        if not chosen.sum():
            continue
        # Pairs of annotators in which both chose it, against pairs in which at least the first did.
        both = (chosen * (chosen - 1) / (raters - 1)).sum()
        against: list[list[str | None]] = [
            [None if code == MISSING else ("yes" if code == n else "no") for code in row] for row in codes
        ]
        one = agreement(against, draws)
        found.append(OnLabel(name, int(chosen.sum()), float(both / chosen.sum()), one.alpha if one else Estimate(None, None, None)))
    return sorted(found, key=lambda one: (-one.chosen, one.label))
