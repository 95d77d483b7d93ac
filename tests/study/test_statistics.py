"""The statistics against worked examples and independent implementations, and on tables that are awkward."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy import stats as scipy_stats

from firstmile.study.analysis import statistics as st

TABLE = np.array([[12, 5, 30], [20, 22, 11], [7, 9, 14]])


def test_wilson() -> None:
    """Wilson's interval agrees with scipy's, also at none and all."""
    for hits, total in ((0, 10), (3, 10), (10, 10), (295, 706)):
        theirs = scipy_stats.binomtest(hits, total).proportion_ci(method="wilson")
        assert st.wilson(hits, total) == pytest.approx((theirs.low, theirs.high))
    assert st.wilson(0, 0) == (0.0, 1.0)


def test_independence() -> None:
    """Chi-squared, degrees, p and V agree with scipy's."""
    ours = st.independence(TABLE)
    theirs = scipy_stats.chi2_contingency(TABLE, correction=False)
    assert ours is not None
    assert (ours.chi_squared, ours.degrees, ours.p) == pytest.approx((theirs.statistic, theirs.dof, theirs.pvalue))
    assert ours.cramers_v == pytest.approx(scipy_stats.contingency.association(TABLE, method="cramer"))
    assert ours.v_interval.low < ours.cramers_v_corrected < ours.v_interval.high
    assert ours.p_simulated is None


def test_small_expected_counts_are_simulated() -> None:
    """With small expected counts p is simulated, and is near Fisher's exact p on a two-by-two table."""
    table = np.array([[8, 2], [1, 5]])
    ours = st.independence(table)
    assert ours is not None
    assert ours.p_simulated == pytest.approx(scipy_stats.fisher_exact(table).pvalue, abs=0.01)


def test_corrected_v_is_near_zero_for_independent_data() -> None:
    """V of independent data grows with the table; the corrected V does not."""
    rng = np.random.default_rng(3)
    tables = [rng.multinomial(120, np.full(36, 1 / 36)).reshape(6, 6) for _ in range(50)]
    found = [st.independence(table, draws=10, simulations=9) for table in tables]
    assert np.mean([one.cramers_v for one in found if one]) > 0.15
    assert np.mean([one.cramers_v_corrected for one in found if one]) < 0.06


def test_adjusted_residuals() -> None:
    """In a two-by-two table each squared adjusted residual is the chi-squared statistic; an empty row gives zeros."""
    table = np.array([[30, 10], [15, 45]])
    chi = scipy_stats.chi2_contingency(table, correction=False).statistic
    assert st.adjusted_residuals(table) ** 2 == pytest.approx(np.full((2, 2), chi))
    assert (st.adjusted_residuals(np.array([[0, 0], [3, 4]]))[0] == 0).all()


def test_odds() -> None:
    """Odds ratio, Woolf's interval and Fisher's p are scipy's; an empty cell still gives numbers."""
    one = st.odds(np.array([[17, 7], [29, 91]]))
    theirs = scipy_stats.contingency.odds_ratio([[17, 7], [29, 91]], kind="sample")
    assert one.odds_ratio == pytest.approx(theirs.statistic)
    assert one.interval == pytest.approx(tuple(theirs.confidence_interval(0.95)))
    assert one.p == pytest.approx(scipy_stats.fisher_exact([[17, 7], [29, 91]]).pvalue)
    assert one.share == pytest.approx(17 / 24)
    empty = st.odds(np.array([[5, 0], [3, 9]]))
    assert empty.odds_ratio > 10
    assert np.isfinite(empty.interval).all()


def test_corrections() -> None:
    """Holm and Benjamini-Hochberg on worked examples, in the order in which they were given."""
    p = [0.01, 0.04, 0.03, 0.005]
    assert st.holm(p) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert st.benjamini_hochberg(p) == pytest.approx(scipy_stats.false_discovery_control(p))
    assert st.holm([]) == st.benjamini_hochberg([]) == []


def test_correlation() -> None:
    """r and rho are scipy's; two samples of one profile lie within what equality gives, others do not."""
    a, b = np.array([25, 41, 17, 2, 1]), np.array([85, 32, 45, 9, 0])
    one = st.correlation(a, b)
    assert one is not None
    assert one.pearson == pytest.approx(scipy_stats.pearsonr(a, b).statistic)
    assert one.spearman == pytest.approx(scipy_stats.spearmanr(a, b).statistic)
    assert one.pearson < one.if_equal.low
    assert one.p_equal < 0.01
    same = st.correlation(np.array([40, 30, 20, 10]), np.array([80, 60, 40, 20]))
    assert same is not None
    assert same.pearson == pytest.approx(1)
    assert same.p_equal > 0.5
    assert st.correlation(np.array([5, 5]), np.array([5, 5])) is None
    assert st.correlation(np.array([5, 5, 1]), np.array([0, 0, 0])) is None


def test_best_guess_and_uncertainty() -> None:
    """Rows that decide the column explain all of it; independent ones nothing beyond the commonest column."""
    decided = np.array([[10, 0], [0, 20]])
    assert st.best_guess(decided) == 1
    assert st.uncertainty_explained(decided) == pytest.approx(1)
    independent = np.array([[10, 20], [20, 40]])
    assert st.best_guess(independent) == pytest.approx(60 / 90)
    assert st.uncertainty_explained(independent) == pytest.approx(0, abs=1e-9)


def test_same_data_same_figures() -> None:
    """Bootstrap and simulation are seeded: two runs agree to the last digit."""
    assert st.independence(TABLE) == st.independence(TABLE)
    assert st.correlation(TABLE[0], TABLE[1]) == st.correlation(TABLE[0], TABLE[1])


@given(some.lists(some.lists(some.integers(0, 40), min_size=3, max_size=3), min_size=2, max_size=5))
def test_any_table(rows: list[list[int]]) -> None:
    """No table of counts makes a statistic fail or leave its range."""
    table = np.array(rows)
    one = st.independence(table, draws=20, simulations=99)
    if one is not None:
        assert 0 <= one.p <= 1
        assert 0 <= one.cramers_v <= 1.0000001
    assert np.isfinite(st.adjusted_residuals(table)).all()
    found = st.odds(table[:2, :2])
    assert 0 <= found.p <= 1.0000001
    assert found.odds_ratio > 0
    between = st.correlation(table[0], table[1], draws=20)
    assert between is None or -1.0000001 <= between.pearson <= 1.0000001
