"""The study's six questions, each a function from the database to a part of the document."""

from typing import TYPE_CHECKING, Any

import numpy as np

from firstmile.study.analysis import shape, tables
from firstmile.study.analysis import statistics as st
from firstmile.study.analysis.tables import Table

if TYPE_CHECKING:
    import duckdb

# The study's successive versions; other corpora name theirs with --versions.
VERSIONS = (("DeepSeek-V3", "DeepSeek-R1"), ("llama", "llama3"), ("Qwen", "Qwen2.5"))
_SERIES_ORDER = ("DeepSeek", "Llama", "Qwen")
FEWEST = 20  # records that a series must have for its profile to be compared
MOST = 12  # series that are compared with each other


def frequencies(connection: "duckdb.DuckDBPyConnection", corpus: str, field: str) -> dict[str, Any]:
    """RQ1 (symptoms) and RQ2 (root causes): how often, and whether the series differ."""
    table = tables.cross(connection, corpus, "series", f"{field}_group")
    leaves = tables.totals(connection, corpus, field)
    return {
        f"{field}s_by_series": table.as_dict(), "leaves": leaves, "nodes": shape.nodes(leaves),
        "shares": shape.shares(tables.totals(connection, corpus, f"{field}_group")), "leaf_shares": shape.shares(leaves),
        "test_series": shape.test(st.independence(table.counts)),
    }


def relation(connection: "duckdb.DuckDBPyConnection", corpus: str) -> dict[str, Any]:
    """RQ3: how symptoms and root causes go together, cell by cell, and what a symptom alone tells of its cause."""
    table = tables.cross(connection, corpus, "symptom_group", "root_cause_group")
    residuals = st.adjusted_residuals(table.counts)
    corrected = np.array(st.benjamini_hochberg(list(st.two_sided(residuals).ravel()))).reshape(residuals.shape)
    by_leaf = tables.cross(connection, corpus, "symptom", "root_cause_group")
    leaf_by_leaf = tables.cross(connection, corpus, "symptom", "root_cause")

    def cells(values: "np.ndarray[Any, Any]", digits: int) -> dict[str, dict[str, float]]:
        return {
            row: {column: shape.figures(float(values[r, c]), digits) for c, column in enumerate(table.columns)}
            for r, row in enumerate(table.rows)
        }

    return {
        "root_causes_by_symptom": table.as_dict(), "test": shape.test(st.independence(table.counts)),
        "adjusted_residuals": cells(residuals, 3), "residuals_p_benjamini_hochberg": cells(corrected, 3),
        "best_guess_percent": {
            "root-cause group from symptom group": round(100 * st.best_guess(table.counts), 1),
            "root-cause group from symptom leaf": round(100 * st.best_guess(by_leaf.counts), 1),
            "root-cause leaf from symptom leaf": round(100 * st.best_guess(leaf_by_leaf.counts), 1),
            "root-cause group without any symptom": round(100 * float(table.counts.sum(axis=0).max()) / table.total, 1),
        },
        "uncertainty_explained": shape.figures(st.uncertainty_explained(by_leaf.counts), 3),
    }


def order_series(names: tuple[str, ...]) -> tuple[str, ...]:
    """The study's series first and in its order, then the others."""
    return tuple(sorted(names, key=lambda name: (_SERIES_ORDER.index(name) if name in _SERIES_ORDER else len(_SERIES_ORDER))))


def likeness(connection: "duckdb.DuckDBPyConnection", corpus: str) -> dict[str, Any]:
    """RQ4: whether series fail alike: the study's correlations, and whether the profiles are equal."""
    found: dict[str, Any] = {}
    for field in ("symptom", "root_cause"):
        table = tables.cross(connection, corpus, "series", f"{field}_group")
        names = [row for row in table.rows if table.row(row).sum() >= FEWEST][:MOST]
        chosen = order_series(tuple(names))
        values, details = {}, {}
        pairs = [(a, b) for n, a in enumerate(chosen) for b in chosen[n + 1 :]]
        compared = {(a, b): st.correlation(table.row(a), table.row(b)) for a, b in pairs}
        present = {pair: one for pair, one in compared.items() if one is not None}
        equal = dict(zip(present, st.holm([one.p_equal for one in present.values()]), strict=True))
        for pair, one in present.items():
            name = "-".join(pair)
            values[name] = round(one.pearson, 4)
            details[name] = {
                "pearson": round(one.pearson, 4), "interval": shape.interval(one.interval, 3),
                "interval_over_categories": None if one.fisher_interval is None else shape.interval(one.fisher_interval, 3),
                "spearman": shape.figures(one.spearman, 3), "categories": one.points,
                "pearson_if_equal": shape.interval(one.if_equal, 3), "chi_squared": shape.figures(one.chi_squared, 4),
                "degrees_of_freedom": one.degrees, "p_equal": shape.figures(one.p_equal, 3),
                "p_equal_holm": shape.figures(equal[pair], 3), "cramers_v": shape.figures(one.cramers_v, 3),
            }
        found[f"{field}_correlation"] = values
        found[f"{field}_details"] = details
        chosen_table = table.of_rows(chosen)
        found[f"{field}_test_equal"] = shape.test(st.independence(chosen_table.counts)) if len(chosen) > 1 else None
    return found


def stages(connection: "duckdb.DuckDBPyConnection", corpus: str) -> dict[str, Any]:
    """RQ5: how fine-tuning and inference differ."""
    found: dict[str, Any] = {}
    for field in ("symptom", "root_cause"):
        table = tables.cross(connection, corpus, "stage", f"{field}_group")
        found[f"{field}s_by_stage"] = table.as_dict()
        found[f"{field}s_by_stage_percent"] = {
            row: {name: round(100 * int(n) / int(counts.sum()), 1) for name, n in zip(table.columns, counts, strict=True)}
            for row, counts in zip(table.rows, table.counts, strict=True)
        }
        found[f"{field}_intervals_percent"] = {
            row: {
                name: [round(100 * bound, 1) for bound in st.wilson(int(n), int(counts.sum()))]
                for name, n in zip(table.columns, counts, strict=True)
            }
            for row, counts in zip(table.rows, table.counts, strict=True)
        }
        found[f"{field}_test"] = shape.test(st.independence(table.counts))
        both = ("Fine-tuning", "Inference")
        found[f"{field}_comparisons"] = shape.per_category(table.of_rows(both)) if set(both) <= set(table.rows) else []
    return found


def evolution(
    connection: "duckdb.DuckDBPyConnection", corpus: str, versions: tuple[tuple[str, str], ...] = VERSIONS
) -> dict[str, Any]:
    """RQ6: how a later version of a model fails otherwise than an earlier one."""
    by_model = {field: tables.cross(connection, corpus, "model", f"{field}_group") for field in ("symptom", "root_cause")}
    present = [pair for pair in versions if set(pair) <= set(by_model["symptom"].rows)]
    wanted = tuple(dict.fromkeys(name for pair in present for name in pair))
    tests: list[tuple[dict[str, Any], float]] = []
    pairs = []
    for before, after in present:
        pair: dict[str, Any] = {"from": before, "to": after}
        for field, table in by_model.items():
            both: Table = table.of_rows((after, before))
            pair["records"] = [int(both.row(before).sum()), int(both.row(after).sum())]
            test = st.independence(both.counts)
            pair[f"{field}_test"] = shape.test(test)
            pair[f"{field}_comparisons"] = shape.per_category(both)
            p = st.best_p(test)
            if p is not None:
                tests.append((pair[f"{field}_test"], p))
        pairs.append(pair)
    for (shown, _), p in zip(tests, st.holm([p for _, p in tests]), strict=True):
        shown["p_holm"] = shape.figures(p, 3)
    return {
        "symptoms_by_version": by_model["symptom"].of_rows(wanted).as_dict() if wanted else {},
        "root_causes_by_version": by_model["root_cause"].of_rows(wanted).as_dict() if wanted else {},
        "pairs": pairs,
    }
