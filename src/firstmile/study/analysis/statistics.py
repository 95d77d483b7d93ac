"""Tests, effect sizes, intervals and corrections, on tables of counts. Seeds are fixed: the same data, the same figures."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import stats

from firstmile.study.analysis.tables import Counts

Floats = npt.NDArray[np.float64]
LEVEL = 0.95
SEED = 20260120
DRAWS = 4000
_Z = 1.959963984540054


class Interval(NamedTuple):
    """A 95 % interval."""

    low: float
    high: float


class Independence(NamedTuple):
    """Whether rows and columns of a table go together, and how strongly."""

    n: int
    chi_squared: float
    degrees: int
    p: float
    p_simulated: float | None
    smallest_expected: float
    cramers_v: float
    cramers_v_corrected: float
    v_interval: Interval


class Odds(NamedTuple):
    """A two-by-two table: odds ratio with interval, exact p, and the two shares that it compares."""

    table: tuple[int, int, int, int]
    odds_ratio: float
    interval: Interval
    p: float
    phi: float
    share: float
    share_elsewhere: float


class Correlation(NamedTuple):
    """How alike two profiles are, and how alike they would be if one distribution had made both."""

    pearson: float
    interval: Interval
    fisher_interval: Interval | None
    spearman: float
    points: int
    if_equal: Interval
    chi_squared: float
    degrees: int
    p_equal: float
    cramers_v: float


def wilson(hits: int, total: int) -> Interval:
    """The interval of a share."""
    if total == 0:
        return Interval(0.0, 1.0)
    share, z2 = hits / total, _Z * _Z
    centre = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = _Z * math.sqrt(share * (1 - share) / total + z2 / (4 * total * total)) / (1 + z2 / total)
    return Interval(max(0.0, centre - half), min(1.0, centre + half))


def filled(counts: Counts) -> Counts:
    """The table without empty rows and columns, which no test can use."""
    table: Counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    return table


def expected(counts: Counts) -> Floats:
    """What independence would make of the margins."""
    found: Floats = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / max(1, int(counts.sum()))
    return found


def _chi_squared(counts: Counts) -> float:
    table = filled(counts)
    wanted = expected(table)
    return float(((table - wanted) ** 2 / wanted).sum())


def _cramers_v(counts: Counts) -> float:
    table = filled(counts)
    least = min(table.shape) - 1
    return math.sqrt(_chi_squared(table) / (int(table.sum()) * least)) if least > 0 else 0.0


def _corrected_v(counts: Counts) -> float:
    """Bergsma's correction: without it, V of independent data grows as the sample shrinks."""
    table = filled(counts)
    n, (r, c) = int(table.sum()), table.shape
    if n < 2 or min(r, c) < 2:
        return 0.0
    phi2 = max(0.0, _chi_squared(table) / n - (r - 1) * (c - 1) / (n - 1))
    rows, columns = r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)
    least = min(rows, columns) - 1
    return math.sqrt(phi2 / least) if least > 0 else 0.0


def _interval(values: Floats) -> Interval:
    low, high = np.nanpercentile(values, [100 * (1 - LEVEL) / 2, 100 * (1 + LEVEL) / 2])
    return Interval(float(low), float(high))


def independence(counts: Counts, *, draws: int = DRAWS // 2, simulations: int = 9999) -> Independence | None:
    """Chi-squared test and Cramer's V; None where the table has less than two rows or columns.

    Where an expected count is below 5 the chi-squared distribution is only an approximation, so p is
    simulated as well, from tables with the same margins.
    """
    table = filled(counts)
    if min(table.shape) < 2:
        return None
    statistic, degrees = _chi_squared(table), (table.shape[0] - 1) * (table.shape[1] - 1)
    smallest, n = float(expected(table).min()), int(table.sum())
    rng = np.random.default_rng(SEED)
    simulated = None
    if smallest < 5:
        law = stats.random_table(table.sum(axis=1), table.sum(axis=0))
        tables = law.rvs(size=simulations, random_state=rng)
        wanted = expected(table)
        values = ((tables - wanted) ** 2 / wanted).sum(axis=(1, 2))
        simulated = float((1 + (values >= statistic - 1e-9).sum()) / (1 + simulations))
    again = rng.multinomial(n, (table / n).ravel(), size=draws).reshape(-1, *table.shape)
    v = np.array([_corrected_v(sample) for sample in again])
    return Independence(
        n, statistic, degrees, float(stats.chi2.sf(statistic, degrees)), simulated, smallest, _cramers_v(table),
        _corrected_v(table), _interval(v),
    )


def adjusted_residuals(counts: Counts) -> Floats:
    """How far each cell is from independence, in standard deviations."""
    wanted, n = expected(counts), max(1, int(counts.sum()))
    rows, columns = counts.sum(axis=1) / n, counts.sum(axis=0) / n
    spread = np.sqrt(wanted * np.outer(1 - rows, 1 - columns))
    found: Floats = np.divide(counts - wanted, spread, out=np.zeros_like(wanted), where=spread > 0)
    return found


def two_sided(z: Floats) -> Floats:
    """The p-values of standard normal deviates."""
    found: Floats = 2 * stats.norm.sf(np.abs(z))
    return found


def odds(table: Counts) -> Odds:
    """Odds ratio (with a half added to every cell if one is empty), its interval, Fisher's exact p."""
    a, b, c, d = (int(x) for x in table.ravel())
    half = 0.5 if 0 in (a, b, c, d) else 0.0
    w, x, y, z = a + half, b + half, c + half, d + half
    log = math.log(w * z / (x * y))
    error = math.sqrt(1 / w + 1 / x + 1 / y + 1 / z)
    p = float(stats.fisher_exact(table).pvalue)
    below = math.sqrt(float(a + b) * float(c + d) * float(a + c) * float(b + d))
    return Odds(
        (a, b, c, d), math.exp(log), Interval(math.exp(log - _Z * error), math.exp(log + _Z * error)), p,
        (float(a) * d - float(b) * c) / below if below else 0.0, a / (a + b) if a + b else 0.0, c / (c + d) if c + d else 0.0,
    )


def _pearson(x: Floats, y: Floats) -> Floats:
    """Pearson's r of each pair of rows."""
    x, y = x - x.mean(axis=-1, keepdims=True), y - y.mean(axis=-1, keepdims=True)
    below = np.sqrt((x * x).sum(axis=-1) * (y * y).sum(axis=-1))
    found: Floats = np.divide((x * y).sum(axis=-1), below, out=np.full(below.shape, np.nan), where=below > 0)
    return found


def correlation(first: Counts, second: Counts, *, draws: int = DRAWS) -> Correlation | None:
    """Pearson's r of two profiles of counts, as the study takes it, with what it leaves out.

    The interval draws both samples of records anew. `if_equal` draws both from their common distribution: an r below
    it says that the profiles are not alike, however high r is. None for an empty profile or a single category.
    """
    n, m = int(first.sum()), int(second.sum())
    points = len(first)
    if n == 0 or m == 0 or points < 3:
        return None
    r = float(_pearson(first.astype(float), second.astype(float)))
    if math.isnan(r):
        return None
    rng = np.random.default_rng(SEED)
    drawn = _pearson(
        rng.multinomial(n, first / n, size=draws).astype(float), rng.multinomial(m, second / m, size=draws).astype(float)
    )
    both = (first + second) / (n + m)
    alike = _pearson(rng.multinomial(n, both, size=draws).astype(float), rng.multinomial(m, both, size=draws).astype(float))
    fisher = None
    if points > 3 and abs(r) < 1:
        z, error = math.atanh(r), _Z / math.sqrt(points - 3)
        fisher = Interval(math.tanh(z - error), math.tanh(z + error))
    test = independence(np.array([first, second]), draws=50)
    rank = float(stats.spearmanr(first, second).statistic)
    return Correlation(
        r, _interval(drawn), fisher, rank, points, _interval(alike), test.chi_squared if test else 0.0,
        test.degrees if test else 0, _better_p(test), test.cramers_v if test else 0.0,
    )


def _better_p(test: Independence | None) -> float:
    if test is None:
        return 1.0
    return test.p if test.p_simulated is None else test.p_simulated


def best_p(test: Independence | None) -> float | None:
    """The p-value to trust: simulated where expected counts are small."""
    return None if test is None else _better_p(test)


def holm(p: Sequence[float]) -> list[float]:
    """Holm's correction: the chance of even one false claim among these stays below the level."""
    order = sorted(range(len(p)), key=lambda n: p[n])
    adjusted, highest = [1.0] * len(p), 0.0
    for rank, n in enumerate(order):
        highest = max(highest, min(1.0, (len(p) - rank) * p[n]))
        adjusted[n] = highest
    return adjusted


def benjamini_hochberg(p: Sequence[float]) -> list[float]:
    """Benjamini and Hochberg's correction: the share of false ones among those called significant."""
    order = sorted(range(len(p)), key=lambda n: p[n], reverse=True)
    adjusted, lowest = [1.0] * len(p), 1.0
    for rank, n in enumerate(order):
        lowest = min(lowest, p[n] * len(p) / (len(p) - rank))
        adjusted[n] = lowest
    return adjusted


def best_guess(counts: Counts) -> float:
    """How often the most frequent column of each row is right: what a row alone tells of the column."""
    return float(counts.max(axis=1).sum() / counts.sum()) if counts.size and counts.sum() else 0.0


def uncertainty_explained(counts: Counts) -> float:
    """Theil's U: the share of the columns' entropy that knowing the row removes."""
    n = counts.sum()
    if not n:
        return 0.0

    def entropy(parts: Counts) -> float:
        shares = parts[parts > 0] / n
        return float(-(shares * np.log(shares)).sum())

    columns = entropy(counts.sum(axis=0))
    return (columns + entropy(counts.sum(axis=1)) - entropy(counts.ravel())) / columns if columns else 0.0


def drawn(counts: Counts, measure: Callable[[Counts], float], draws: int = 1000) -> Interval:
    """The bootstrap interval of any measure of a table."""
    n, rng = int(counts.sum()), np.random.default_rng(SEED)
    samples = rng.multinomial(n, (counts / n).ravel(), size=draws).reshape(-1, *counts.shape)
    return _interval(np.array([measure(sample) for sample in samples]))
