"""Agreement against worked examples, an independent implementation, and annotators whose agreement is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from sklearn.metrics import cohen_kappa_score

from firstmile.study.annotation.agreement import agreement, per_label

# Krippendorff's own example ("Computing Krippendorff's Alpha-Reliability", 2011): four observers, twelve units; alpha is 0.743.
_ = None
KRIPPENDORFF = list(zip(
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _], strict=True))


def as_text(rows):
    """Numbers as labels."""
    return [[None if value is None else f"label {value}" for value in row] for row in rows]


def simulated(kappa: float, items: int, seed: int) -> list[list[str]]:
    """Two annotators: the second repeats the first with probability kappa and else draws anew, so that kappa is the expected kappa."""
    rng = np.random.default_rng(seed)
    shares = [0.42, 0.34, 0.19, 0.03, 0.02]
    first, again = rng.choice(5, items, p=shares), rng.choice(5, items, p=shares)
    second = np.where(rng.random(items) < kappa, first, again)
    return [[f"L{a}", f"L{b}"] for a, b in zip(first, second, strict=True)]


def test_krippendorffs_example() -> None:
    """Alpha with missing labels and four observers is the published one."""
    one = agreement(as_text(KRIPPENDORFF))
    assert one is not None
    assert one.alpha.value == pytest.approx(0.743, abs=0.0005)
    assert one.items == 11
    assert one.kappa is None


def test_ac1_example() -> None:
    """AC1 by hand: 20 items, two labels, 17 agree; shares 0.7 and 0.3."""
    rows = [["y", "y"]] * 12 + [["n", "n"]] * 4 + [["y", "n"]] * 4
    one = agreement(rows)
    assert one is not None
    share = (12 * 2 + 4) / 40
    chance = 2 * share * (1 - share)
    assert one.ac1.value == pytest.approx((0.8 - chance) / (1 - chance))
    assert one.percent.value == pytest.approx(0.8)


@pytest.mark.parametrize("kappa", [0.0, 0.4, 0.7, 0.95])
def test_known_kappa(kappa: float) -> None:
    """On a large simulated pair kappa and alpha are the known ones and within their intervals; sklearn gives the same kappa."""
    rows = simulated(kappa, 6000, seed=int(kappa * 100))
    one = agreement(rows, draws=400)
    assert one is not None
    assert one.kappa is not None
    assert one.kappa.value == pytest.approx(cohen_kappa_score(*zip(*rows, strict=True)))
    assert one.kappa.value == pytest.approx(kappa, abs=0.02)
    assert one.alpha.value == pytest.approx(one.kappa.value, abs=0.001)
    assert one.kappa.low - 0.01 <= kappa <= one.kappa.high + 0.01


def test_intervals_cover() -> None:
    """Of many small simulated pairs, the 95 % interval holds the true kappa about that often."""
    hits = 0
    for seed in range(100):
        one = agreement(simulated(0.6, 150, seed), draws=300)
        hits += one is not None and one.kappa is not None and one.kappa.low <= 0.6 <= one.kappa.high
    assert 88 <= hits <= 99


def test_perfect_none_and_undefined() -> None:
    """All alike is 1; systematic difference is below 0; one label only leaves kappa undefined; no common item gives nothing."""
    perfect = agreement([["a", "a"], ["b", "b"]] * 10)
    assert perfect is not None
    assert (perfect.kappa.value, perfect.alpha.value, perfect.ac1.value) == pytest.approx((1, 1, 1))
    opposite = agreement([["a", "b"], ["b", "a"]] * 10)
    assert opposite is not None
    assert opposite.kappa.value == pytest.approx(-1)
    only = agreement([["a", "a"]] * 5)
    assert only is not None
    assert only.percent.value == 1
    assert only.kappa.value is None
    assert agreement([["a", None], [None, "b"]]) is None
    assert agreement([]) is None


def test_no_interval_from_a_handful() -> None:
    """Three items give a value but no interval: resampling three items draws them again and again."""
    few = agreement([["a", "a"], ["b", "b"], ["a", "b"]])
    assert few is not None
    assert few.kappa.value == pytest.approx(0.4)
    assert few.kappa.low is few.alpha.low is few.percent.low is None
    enough = agreement([["a", "a"], ["b", "b"], ["a", "b"]] * 10)
    assert enough is not None
    assert enough.kappa.low < 0.4 < enough.kappa.high


def test_per_label() -> None:
    """A label that both always share is at 1, one that they mix up is not; counts are of choices."""
    found = {one.label: one for one in per_label([["a", "a"]] * 6 + [["b", "c"]] * 3 + [["b", "b"]])}
    assert found["a"].positive == 1
    assert found["a"].chosen == 12
    assert found["b"].positive == pytest.approx(2 / 5)
    assert found["c"].positive == 0


@given(some.lists(some.lists(some.sampled_from(["a", "b", "c", None]), min_size=3, max_size=3), max_size=15))
def test_any_labels(rows: list[list[str | None]]) -> None:
    """No labels make the figures fail or exceed 1, and the order of annotators does not matter."""
    one = agreement(rows, draws=30)
    turned = agreement([row[::-1] for row in rows], draws=30)
    if one is not None:
        for estimate in (one.percent, one.alpha, one.ac1):
            assert estimate.value is None or estimate.value <= 1.0000001
        assert turned is not None
        assert turned.alpha.value == one.alpha.value or turned.alpha.value == pytest.approx(one.alpha.value)
