"""Statistics as plain values for the document: rounded as far as they mean something."""

from typing import Any

from firstmile.study.analysis import statistics as st
from firstmile.study.analysis.tables import Counts, Table


def figures(x: float, digits: int = 4) -> float:
    """A number with so many significant digits."""
    return float(f"{x:.{digits}g}")


def interval(of: st.Interval, digits: int = 4) -> list[float]:
    """[low, high]."""
    return [figures(of.low, digits), figures(of.high, digits)]


def test(of: st.Independence | None) -> dict[str, Any] | None:
    """A test of independence."""
    if of is None:
        return None
    return {
        "n": of.n, "chi_squared": figures(of.chi_squared, 5), "degrees_of_freedom": of.degrees, "p": figures(of.p, 3),
        "p_simulated": None if of.p_simulated is None else figures(of.p_simulated, 3),
        "smallest_expected": figures(of.smallest_expected, 3), "cramers_v": figures(of.cramers_v, 3),
        "cramers_v_corrected": figures(of.cramers_v_corrected, 3), "cramers_v_corrected_interval": interval(of.v_interval, 3),
    }


def odds(of: st.Odds, p_corrected: float | None = None) -> dict[str, Any]:
    """A two-by-two comparison."""
    shape = {
        "table": list(of.table), "odds_ratio": figures(of.odds_ratio, 3), "interval": interval(of.interval, 3),
        "p": figures(of.p, 3), "phi": figures(of.phi, 3), "share": figures(of.share, 3), "share_elsewhere": figures(of.share_elsewhere, 3),
    }
    if p_corrected is not None:
        shape["p_holm"] = figures(p_corrected, 3)
    return shape


def shares(counts: dict[str, int]) -> dict[str, dict[str, Any]]:
    """Count, percent and interval of each value."""
    total = sum(counts.values())
    return {
        name: {
            "n": n, "percent": round(100 * n / total, 1),
            "interval_percent": [round(100 * bound, 1) for bound in st.wilson(n, total)],
        }
        for name, n in counts.items()
    }


def nodes(leaves: dict[str, int]) -> dict[str, int]:
    """The counts of inner nodes of a treemap, from those of its leaves."""
    found: dict[str, int] = {}
    for path, n in leaves.items():
        parts = path.split(" - ")
        for depth in range(1, len(parts)):
            inner = " - ".join(parts[:depth])
            found[inner] = found.get(inner, 0) + n
    return found


def per_category(table: Table) -> list[dict[str, Any]]:
    """Each column of a table of two rows as a comparison of these rows, corrected for there being many."""
    first, second = (table.counts[0], table.counts[1])
    compared = [
        st.odds(_two(first, second, n)) for n in range(len(table.columns)) if first[n] + second[n]
    ]
    names = [column for n, column in enumerate(table.columns) if first[n] + second[n]]
    corrected = st.holm([one.p for one in compared])
    return [
        {"label": name, **odds(one, p)} for name, one, p in zip(names, compared, corrected, strict=True)
    ]


def _two(first: Counts, second: Counts, n: int) -> Counts:
    import numpy as np

    return np.array(
        [[first[n], first.sum() - first[n]], [second[n], second.sum() - second[n]]], dtype=np.int64
    )
