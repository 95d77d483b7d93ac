"""The paper's three phenomena as claims that a corpus can carry or not, each with its tests and a verdict in words.

The claims are fixed here, each with the direction that it needs, whatever the corpus. They were chosen when the residuals of the
public data were already known (which causes count as infrastructure, and that these are also looked at one by one), so on that data they
describe; on any other corpus they test. All p-values of one phenomenon are corrected together (Holm). "Carried" needs p below 0.05 after correction and the direction; an odds ratio whose interval
reaches below 1.5 is called weak.
"""

from typing import TYPE_CHECKING, Any

from firstmile.study.analysis import shape, tables
from firstmile.study.analysis import statistics as st
from firstmile.study.words import p_value

if TYPE_CHECKING:
    import duckdb

ENVIRONMENT = "Environment Compatibility Issues"
HARDWARE = "Hardware and Resource Limitations"
DISTRIBUTED = "Distributed and Parallel Computing Issues"
TOKENIZER = "Tokenizer and Text Processing Issues"
CONFIGURATION = "Configuration and Parameter Setting Errors"
CRASH, INCORRECT = "Crash", "Incorrect Functionality"
INFRASTRUCTURE = (ENVIRONMENT, HARDWARE, DISTRIBUTED)

CARRIED, PARTLY, NOT_CARRIED, NO_DATA = "carried", "partly carried", "not carried", "cannot be tested"
_ALPHA = 0.05


def _claim(claim: str, short: str, one: st.Odds, p: float, among: str, elsewhere: str) -> dict[str, Any]:
    right_way, sure = one.odds_ratio > 1, p < _ALPHA
    verdict = CARRIED if sure and right_way else "contradicted" if sure else NOT_CARRIED
    low, high = one.interval
    strength = " (weak)" if verdict == CARRIED and low < 1.5 else ""
    # The exact p and the interval of the odds ratio come from different methods; both are shown.
    return {
        "claim": claim, "short": short, "verdict": verdict + strength, **shape.odds(one, p),
        "words": f"{100 * one.share:.0f} % {among} against {100 * one.share_elsewhere:.0f} % {elsewhere}: "
        f"odds ratio {one.odds_ratio:.2f} ({low:.2f} to {high:.2f}), p {p_value(p)} after Holm.",
    }


def _claims(wanted: list[tuple[str, str, st.Odds, str, str]]) -> list[dict[str, Any]]:
    corrected = st.holm([one.p for _, _, one, _, _ in wanted])
    return [
        _claim(claim, short, one, p, among, elsewhere) for (claim, short, one, among, elsewhere), p in zip(wanted, corrected, strict=True)
    ]


def _overall(claims: list[dict[str, Any]]) -> str:
    carried = sum(claim["verdict"].startswith(CARRIED) for claim in claims)
    return CARRIED if carried == len(claims) else PARTLY if carried else NOT_CARRIED


def divergence(connection: "duckdb.DuckDBPyConnection", corpus: str) -> dict[str, Any]:
    """Do crashes signal infrastructure, and wrong output the tokenizer?"""
    title = "Diagnostic divergence"
    says = "Runtime crashes distinctively signal infrastructure friction; incorrect functionality is a signature of tokenizer defects."
    table = tables.cross(connection, corpus, "symptom_group", "root_cause_group")
    if not {CRASH, INCORRECT} <= set(table.rows):
        return _untested("diagnostic divergence", title, says, "it needs records of both crashes and incorrect functionality")

    def go(symptom: str, causes: tuple[str, ...]) -> st.Odds:
        return st.odds(table.two_by_two((symptom,), causes))

    claims = _claims([
        ("Crashes come from infrastructure (environment, hardware, distributed) more than other failures do",
         "Crash: infrastructure", go(CRASH, INFRASTRUCTURE), "of crashes have such a cause", "of other failures"),
        ("Crashes come from the environment more than other failures do", "Crash: environment alone", go(CRASH, (ENVIRONMENT,)), "of crashes", "of other failures"),
        ("Crashes come from hardware limits more than other failures do", "Crash: hardware alone", go(CRASH, (HARDWARE,)), "of crashes", "of other failures"),
        ("Crashes come from distributed computing more than other failures do", "Crash: distributed alone", go(CRASH, (DISTRIBUTED,)), "of crashes", "of other failures"),
        ("Incorrect functionality comes from the tokenizer more than other failures do",
         "Wrong output: tokenizer", go(INCORRECT, (TOKENIZER,)), "of wrong outputs have such a cause", "of other failures"),
    ])
    loading = st.odds(table.two_by_two(("Loading Failure",), (ENVIRONMENT,))) if "Loading Failure" in table.rows else None
    environment, tokenizer = claims[1], claims[4]
    infra, token = table.two_by_two((CRASH,), INFRASTRUCTURE), table.two_by_two((INCORRECT,), (TOKENIZER,))
    words = [
        f"Crashes are tied to infrastructure: {claims[0]['verdict']}. {claims[0]['words']}",
        f"The environment by itself: {environment['verdict']}. {environment['words']}",
        f"Wrong output is tied to the tokenizer: {tokenizer['verdict']}. {tokenizer['words']}",
        f"As a signature either is read from the symptom: {100 * infra[0, 0] / max(1, infra[0].sum()):.0f} % of crashes have an "
        f"infrastructure cause, but only {100 * token[0, 0] / max(1, token[0].sum()):.0f} % of wrong outputs have a tokenizer cause "
        f"(of tokenizer causes, {100 * token[0, 0] / max(1, token[:, 0].sum()):.0f} % show as wrong output).",
    ]
    if loading is not None and loading.odds_ratio > st.odds(table.two_by_two((CRASH,), (ENVIRONMENT,))).odds_ratio:
        words.append(
            f"The symptom that the environment marks most is the loading failure (odds ratio {loading.odds_ratio:.2f}, "
            f"{loading.interval.low:.2f} to {loading.interval.high:.2f}), not the crash."
        )
    return _phenomenon("diagnostic divergence", title, says, _overall(claims), words, claims)


def homogeneity(connection: "duckdb.DuckDBPyConnection", corpus: str, likeness: dict[str, Any]) -> dict[str, Any]:
    """Do root causes converge across series?"""
    title = "Systemic homogeneity"
    says = "Root causes converge across divergent series, so reliability barriers belong to the shared ecosystem."
    details = likeness["root_cause_details"]
    if not details:
        return _untested("systemic homogeneity", title, says, "it needs at least two series of 20 records")
    total, claims = likeness["root_cause_test_equal"], []
    for pair, one in details.items():
        low, high = one["interval"]
        alike, correlated = one["p_equal_holm"] >= _ALPHA, low > 0
        floor = one["pearson_if_equal"][0]
        verdict = CARRIED if alike and correlated else "correlated, not equal" if correlated else "uncertain, not equal"
        claims.append({
            "claim": f"{pair.replace('-', ' and ')} have the same root causes", "short": pair.replace("-", " and "), "verdict": verdict, **one,
            "words": f"r {one['pearson']:.2f} ({low:.2f} to {high:.2f}); equal profiles would give at least {floor:.2f}; "
            f"equality p {p_value(one['p_equal_holm'])} after Holm, Cramer's V {one['cramers_v']:.2f}.",
        })
    equal = total is not None and (total["p_simulated"] or total["p"]) >= _ALPHA
    positive = sum(one["interval"][0] > 0 for one in details.values())
    verdict = CARRIED if equal and positive == len(details) else PARTLY if positive else NOT_CARRIED
    words = [f"{claim['claim']}: {claim['verdict']}. {claim['words']}" for claim in claims]
    if total is not None:
        words.append(
            f"All series together: chi-squared {total['chi_squared']:.1f} on {total['degrees_of_freedom']} degrees, p {p_value(total['p'])}, "
            f"Cramer's V {total['cramers_v']:.2f}: " + ("no difference shown." if equal else
            "the profiles are not equal. Homogeneity holds as a correlation of profiles, not as equality.")
        )
    points = next(iter(details.values()))["categories"]
    words.append(
        f"A correlation over {points} categories is driven by the largest of them: its interval over categories is wide: "
        + "; ".join(f"{pair} {one['interval_over_categories'][0]:.2f} to {one['interval_over_categories'][1]:.2f}"
                    for pair, one in details.items() if one["interval_over_categories"]) + "."
    )
    groups = tables.cross(connection, corpus, "series", "root_cause_group")
    largest = {series: groups.columns[int(groups.row(series).argmax())] for series in groups.rows if groups.row(series).sum() >= 20}
    if len(set(largest.values())) == 1:
        words.append(f"The most frequent cause is the same in every series: {next(iter(largest.values()))}.")
    return _phenomenon("systemic homogeneity", title, says, verdict, words, claims)


def escalation(connection: "duckdb.DuckDBPyConnection", corpus: str, evolution: dict[str, Any]) -> dict[str, Any]:
    """Does fine-tuning struggle with configuration and inference with the environment?"""
    title = "Lifecycle escalation"
    says = "Barriers escalate from configuration struggles in fine-tuning to compounded environmental incompatibilities at inference."
    table = tables.cross(connection, corpus, "stage", "root_cause_group")
    if not {"Fine-tuning", "Inference"} <= set(table.rows):
        return _untested("lifecycle escalation", title, says, "it needs records of both fine-tuning and inference")

    def go(stage: str, cause: str) -> st.Odds:
        return st.odds(table.two_by_two((stage,), (cause,)))

    claims = _claims([
        ("Fine-tuning fails by configuration more than inference does", "Fine-tuning: configuration", go("Fine-tuning", CONFIGURATION),
         "of fine-tuning failures", "of inference failures"),
        ("Inference fails by the environment more than fine-tuning does", "Inference: environment", go("Inference", ENVIRONMENT),
         "of inference failures", "of fine-tuning failures"),
    ])
    words = [f"{claim['claim']}: {claim['verdict']}. {claim['words']}" for claim in claims]
    leaf = tables.cross(connection, corpus, "root_cause", "stage")
    one_sided = [
        name.split(" - ")[-1] for name in leaf.rows
        if name.startswith(CONFIGURATION) and ("Fine-tuning" in name or "Inference" in name) and min(leaf.row(name)) == 0
    ]
    if one_sided:
        words.append(f"Only the group can be compared: {' and '.join(one_sided)} name their stage, so neither occurs in the other.")
    for pair in evolution["pairs"]:
        moved = [one for one in pair["root_cause_comparisons"] if one["p_holm"] < _ALPHA]
        shown = "; ".join(
            f"{one['label']} {100 * one['share_elsewhere']:.0f} % to {100 * one['share']:.0f} % (p {p_value(one['p_holm'])})" for one in moved
        )
        words.append(
            f"{pair['from']} to {pair['to']} ({pair['records'][0]} and {pair['records'][1]} records): "
            + (shown if moved else "no root cause moved by more than chance") + "."
        )
    return _phenomenon("lifecycle escalation", title, says, _overall(claims), words, claims)


def _phenomenon(key: str, title: str, says: str, verdict: str, words: list[str], claims: list[dict[str, Any]]) -> dict[str, Any]:
    short = ". ".join(f"{claim['short']}: {claim['verdict']}" for claim in claims)
    return {
        "id": key, "title": title, "paper_says": says, "verdict": verdict, "in_short": short + "." if short else words[0], "words": words,
        "claims": claims,
    }


def _untested(key: str, title: str, says: str, why: str) -> dict[str, Any]:
    return _phenomenon(key, title, says, NO_DATA, [f"Not tested: {why}."], [])
