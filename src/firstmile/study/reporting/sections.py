"""The page's sections as HTML: headings, places for the charts, and the numbers as tables for who reads without scripts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from firstmile.study.analysis import published
from firstmile.study.words import number, p_value


def tag(name: str, text: object, **attributes: str) -> str:
    """An element with escaped text."""
    given = "".join(f' {key.rstrip("_")}="{escape(value, quote=True)}"' for key, value in attributes.items())
    return f"<{name}{given}>{escape(str(text))}</{name}>"


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; numbers to the right."""
    def cell(value: object) -> str:
        return tag("td", value, class_="n") if isinstance(value, int | float) else tag("td", value)

    head = "".join(tag("th", name, scope="col") for name in header)
    body = "".join("<tr>" + "".join(cell(value) for value in row) + "</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def numbers(inner: str, title: str = "The numbers") -> str:
    """Tables that are there for who wants them."""
    return f"<details><summary>{escape(title)}</summary>{inner}</details>"


def section(key: str, title: str, lead: str, inner: str) -> str:
    """One section."""
    return f'<section id="{key}">{tag("h2", title)}{tag("p", lead, class_="lead")}{inner}</section>'


def _test(name: str, test: dict[str, Any] | None) -> str:
    if test is None:
        return ""
    low, high = test["cramers_v_corrected_interval"]
    simulated = "" if test["p_simulated"] is None else f" (simulated {p_value(test['p_simulated'])})"
    return tag("p", f"{name}: χ² {test['chi_squared']:.1f} on {test['degrees_of_freedom']} degrees of freedom, p {p_value(test['p'])}{simulated}, "
               f"Cramér's V {test['cramers_v']:.2f}, corrected {test['cramers_v_corrected']:.2f} ({low:.2f} to {high:.2f}).", class_="legend")


def verdicts(document: dict[str, Any]) -> str:
    """The three phenomena as cards."""
    cards = ""
    for n, one in enumerate(document["phenomena"]):
        words = "".join(tag("li", word) for word in one["words"])
        chips = {"carried": "equal", "contradicted": "differs", "not": "differs"}
        short = "".join(
            f'<li>{escape(claim["short"])} {tag("span", claim["verdict"], class_="chip " + chips.get(claim["verdict"].split()[0], "explained"))}</li>'
            for claim in one["claims"])
        short = f'<ul class="short">{short}</ul>' if short else tag("p", one["in_short"])
        verdict = tag("span", one["verdict"], class_=f"verdict {one['verdict'].split()[0]}")
        cards += (f'<article class="card"><h3>{escape(one["title"])} {verdict}</h3>{tag("p", one["paper_says"], class_="says")}'
                  f'<div id="phenomenon-{n}"></div>{short}<details><summary>In words, with the statistics</summary><ul class="words">{words}</ul></details></article>')
    return section("claims", "What the data carries",
                   "The paper's three phenomena, as claims that are the same for every corpus. Dots are odds ratios on a logarithmic axis "
                   "(1 is no difference), or correlations beside the grey band that equal profiles would give; lines are 95 % intervals.",
                   f'<div class="grid">{cards}</div>')


def frequencies(document: dict[str, Any], key: str, field: str, title: str, lead: str) -> str:
    """RQ1 and RQ2."""
    part = document[key]
    by_series = part[f"{field}s_by_series"]
    labels = list(next(iter(by_series.values())))
    tables = table(["", *by_series, "all"], [[label, *(row[label] for row in by_series.values()), sum(row[label] for row in by_series.values())] for label in labels])
    tables += table(["", "n", "%", "95 %"], [
        [path, one["n"], f"{one['percent']:.1f}", f"{one['interval_percent'][0]:.1f} to {one['interval_percent'][1]:.1f}"] for path, one in part["leaf_shares"].items()])
    return section(key, title, lead,
                   f'<div class="stack"><div class="card"><div id="tree-{field}" class="treemap"></div><div id="crumbs-{field}" class="crumbs"></div></div>'
                   f'<div class="card"><div id="bars-{field}"></div>{_test("Series against each other", part["test_series"])}{numbers(tables)}</div></div>')


def relation(document: dict[str, Any]) -> str:
    """RQ3."""
    part = document["rq3"]
    counts, residuals = part["root_causes_by_symptom"], part["adjusted_residuals"]
    causes = list(next(iter(counts.values())))
    tables = table(["", *counts], [[cause, *(f"{counts[s][cause]} ({residuals[s][cause]:+.1f})" for s in counts)] for cause in causes])
    guess = "".join(tag("li", f"{value:.0f} %: {what}") for what, value in part["best_guess_percent"].items())
    return section("rq3", "How symptoms and causes go together", "What a symptom tells of its cause, and what it does not.",
                   f'<div class="stack"><div class="card"><div id="heat"></div>{_test("Together", part["test"])}{numbers(tables)}</div>'
                   f'<div class="card"><h3>How often the best guess is right</h3><ul class="words">{guess}</ul>'
                   + tag("p", "Measured on the records that the guess was made from, so these are upper bounds.", class_="legend") + "</div></div>")


def likeness(document: dict[str, Any]) -> str:
    """RQ4."""
    cards = ""
    for field, name in (("symptom", "Symptoms"), ("root_cause", "Root causes")):
        rows = [[pair, f"{one['pearson']:.2f}", f"{one['interval'][0]:.2f} to {one['interval'][1]:.2f}", f"{one['pearson_if_equal'][0]:.2f} to {one['pearson_if_equal'][1]:.2f}",
                 f"{one['spearman']:.2f}", p_value(one["p_equal_holm"]), f"{one['cramers_v']:.2f}"] for pair, one in document["rq4"][f"{field}_details"].items()]
        cards += (f'<div class="card"><h3>{name}: Pearson\'s r of the counts</h3><div id="alike-{field}"></div>'
                  + numbers(table(["pair", "r", "95 %", "r if equal", "Spearman", "p equal (Holm)", "V"], rows)) + "</div>")
    return section("rq4", "Are the series alike?",
                   "A high correlation is not equality. The grey band is where r would lie if both series drew from one distribution.",
                   f'<div class="stack"><div class="grid two">{cards}</div><div class="card"><h3>Root causes, share of each series</h3><div id="profiles"></div></div></div>')


def stages(document: dict[str, Any]) -> str:
    """RQ5."""
    cards = ""
    for field, name in (("symptom", "Symptoms"), ("root_cause", "Root causes")):
        part = document["rq5"]
        rows = [[one["label"], f"{100 * one['share']:.1f}", f"{100 * one['share_elsewhere']:.1f}", f"{one['odds_ratio']:.2f}", f"{one['interval'][0]:.2f} to {one['interval'][1]:.2f}", p_value(one["p_holm"])]
                for one in part[f"{field}_comparisons"]]
        cards += (f'<div class="card"><h3>{name}</h3><div id="stages-{field}"></div>{_test("Stages against each other", part[f"{field}_test"])}'
                  + numbers(table(["", "% of fine-tuning", "% of inference", "odds ratio", "95 %", "p (Holm)"], rows)) + "</div>")
    return section("rq5", "Fine-tuning against inference", "Shares within each stage with their intervals. Bold: differs after Holm's correction.", f'<div class="stack">{cards}</div>')


def versions(document: dict[str, Any]) -> str:
    """RQ6."""
    cards = ""
    for n, pair in enumerate(document["rq6"]["pairs"]):
        for field, name in (("symptom", "symptoms"), ("root_cause", "root causes")):
            title = tag("h3", f"{pair['from']} to {pair['to']}, {name}")
            cards += (f'<div class="card">{title}<div id="versions-{field}-{n}"></div>'
                      f'{_test("Change", pair[f"{field}_test"])}</div>')
    lead = "How a later version fails otherwise than the one before. Odds are the later version's against the earlier one's."
    return section("rq6", "From version to version", lead, f'<div class="grid two">{cards}</div>') if cards else ""


def compared(document: dict[str, Any]) -> str:
    """What was published beside what the data gives."""
    rows = document["published"]
    if not rows:
        return ""
    counted = Counter(row["verdict"] for row in rows)
    short = {published.EQUAL: "equal", published.EXPLAINED: "explained", published.UNEXPLAINED: "differs", published.ABSENT: "differs"}
    body = "".join(
        f'<tr data-verdict="{short[row["verdict"]]}">{tag("td", row["figure"])}{tag("td", row["what"])}{tag("td", row["published"], class_="n")}'
        f'{tag("td", "–" if row["reproduced"] is None else row["reproduced"], class_="n")}<td>{tag("span", row["verdict"], class_="chip " + short[row["verdict"]])}</td>{tag("td", row["because"])}</tr>'
        for row in rows)
    head = "".join(tag("th", name) for name in ("figure", "what", "published", "here", "", "why"))
    lead = f"{len(rows)} figures that the paper, its charts and its repository print: " + ", ".join(f"{n} {name}" for name, n in counted.items()) + "."
    return section("published-figures", "Published beside reproduced", lead,
                   '<div class="card"><div class="bar"><span id="published-filter"></span></div>'
                   f'<div class="scroll"><table id="published"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></div>')


def funnel(counted: dict[str, Any]) -> str:
    """Collected to confirmed: this database's counts where it has them, the paper's otherwise."""
    ours = counted["collected"] > 0
    steps = [("collected", counted["collected"] if ours else counted["collected_published"], "")]
    steps += [(step["title"], step["kept"] if ours else step["published"], ", ".join(f"{why} {number(n)}" for why, n in step["dropped"].items()) if ours else "")
              for step in counted["steps"]]
    most = max(1, steps[0][1])
    bars = "".join(f'<div>{tag("span", title)}<span><i style="width:{72 * n / most:.2f}%"></i>{number(n)}{" " + tag("small", "dropped: " + why) if why else ""}</span></div>' for title, n, why in steps)
    lead = "The issues in this database." if ours else f"As the paper gives it. {counted['published_source'].split('. ')[-1]}"
    return section("funnel", "From issue to failure", lead, f'<div class="card"><div class="funnel">{bars}</div></div>')


def notes(document: dict[str, Any]) -> str:
    """Oddities of the data and what to keep in mind."""
    oddities = table(["kind", "where", "what", "treatment"], [[one["kind"], one["subject"], one["detail"], one["treatment"]] for one in document["anomalies"]])
    keep = "".join(tag("li", note) for note in document["notes"])
    sources = "".join(tag("li", f"{one['source']}" + (f" at {one['revision']}" if one["revision"] else "") + f", {number(one['records'])} records, imported {one['imported_on']}") for one in document["sources"])
    return section("notes", "Oddities and caveats", f"{len(document['anomalies'])} things in the data that are not as they should be, and what was done about them.",
                   f'<div class="stack"><div class="card"><ul class="words">{keep}</ul></div><div class="card">{oddities}</div><div class="card"><h3>Sources</h3><ul class="words">{sources}</ul></div></div>')
