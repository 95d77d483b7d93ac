"""The funnel as data: what each step kept and dropped, why, and who decided. Steps, words and reasons: `funnel.json`."""

import csv
import hashlib
import io
import json
import os
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from firstmile.errors import InputError
from firstmile.study import database
from firstmile.study.items import parse_item

if TYPE_CHECKING:
    import duckdb

PEOPLE = ("screen", "confirm")


class Decision(NamedTuple):
    """What a step did with an issue."""

    repository: str
    number: int
    step: str
    kept: bool
    reason: str
    detail: str
    by: str


@cache
def rules() -> dict[str, Any]:
    """Steps, default keywords, reasons, and the counts that the paper gives."""
    with open(os.path.join(os.path.dirname(__file__), "funnel.json"), encoding="utf-8") as file:
        loaded: dict[str, Any] = json.load(file)
    return loaded


def read_keywords(path: str | None) -> list[str]:
    """One word or phrase a line; # begins a comment. Without a file, our own list."""
    if path is None:
        return list(rules()["keywords"]["words"])
    try:
        with open(path, encoding="utf-8-sig") as file:
            words = [line.partition("#")[0].strip() for line in file]
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None
    words = [word for word in words if word]
    if not words:
        raise InputError(f"{path} holds no keywords.")
    return words


def chosen_keywords(connection: "duckdb.DuckDBPyConnection", given: list[str] | None) -> list[str]:
    """The list that is given now, or the one given last, or our own: issues collected later are filtered alike."""
    if given is not None:
        with database.transaction(connection):
            database.insert(connection, "settings", [("keywords", json.dumps(given, ensure_ascii=False))], replace=True)
        return given
    kept = database.first(connection, "SELECT value FROM settings WHERE key = 'keywords'")
    return [str(word) for word in json.loads(kept[0])] if kept else read_keywords(None)


def _pattern(words: list[str]) -> "re.Pattern[str]":
    # A Latin word counts from its beginning on (fail, failed, failure); Chinese is written without blanks.
    parts = [(r"\b" if word[0].isascii() and word[0].isalnum() else "") + re.escape(word) for word in words]
    return re.compile("|".join(parts), re.IGNORECASE)


def filter_by_keywords(connection: "duckdb.DuckDBPyConnection", words: list[str]) -> None:
    """Decide the first step anew for every collected issue."""
    pattern = _pattern(words)
    by = f"keyword list {hashlib.sha256('|'.join(words).encode()).hexdigest()[:12]} ({len(words)} words)"
    rows = []
    cursor = connection.execute("SELECT repository, number, title, body FROM issues ORDER BY 1, 2")
    while chunk := cursor.fetchmany(5000):
        for repository, number, title, body in chunk:
            hit = pattern.search(f"{title}\n{body}")
            rows.append((repository, number, "keywords", hit is not None, "" if hit else "no failure keyword", hit[0].lower() if hit else "", by))
    with database.transaction(connection):
        connection.execute("DELETE FROM decisions WHERE step = 'keywords'")
        _save(connection, [Decision(*row) for row in rows])


def _save(connection: "duckdb.DuckDBPyConnection", decisions: list[Decision]) -> None:
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    database.insert(connection, "decisions", [(*decision, now) for decision in decisions], replace=True)


def read_decisions(path: str) -> list[Decision]:
    """People's decisions from a .csv or .jsonl file: issue, step, keep (yes/no), reason, detail, by."""
    decisions = []
    for position, row in _rows(path):
        where = f"{path}, record {position}"
        repository, number = parse_item(row.get("issue") or row.get("url"), where)
        step, keep = str(row.get("step") or ""), str(row.get("keep")).strip().lower()
        if step not in PEOPLE:
            raise InputError(f"{where}: step {step!r} is none that people decide; these are {', '.join(PEOPLE)}.")
        if keep not in ("yes", "no", "true", "false", "1", "0"):
            raise InputError(f"{where}: keep must be yes or no.")
        kept, reason = keep in ("yes", "true", "1"), str(row.get("reason") or "").strip().lower()
        if not kept and reason not in rules()["reasons"][step]:
            raise InputError(f"{where}: a dropped issue needs a reason: {', '.join(rules()['reasons'][step])}.")
        by = str(row.get("by") or "").strip()
        if not by:
            raise InputError(f"{where}: `by` is missing: who decided?")
        decisions.append(Decision(repository, number, step, kept, "" if kept else reason, str(row.get("detail") or ""), by))
    if not decisions:
        raise InputError(f"{path} holds no decisions.")
    return decisions


def _rows(path: str) -> list[tuple[int, dict[str, Any]]]:
    from firstmile.study.importing.mapped import rows_of

    return list(rows_of(path))


def save_decisions(connection: "duckdb.DuckDBPyConnection", decisions: list[Decision]) -> None:
    """Keep people's decisions; a later one about the same issue and step takes the earlier one's place."""
    known = set(connection.execute("SELECT repository, number FROM issues").fetchall())
    missing = [decision for decision in decisions if (decision.repository, decision.number) not in known]
    if missing:
        raise InputError(
            f"{missing[0].repository}#{missing[0].number} was never collected ({len(missing)} such); collect it first."
        )
    last = {(decision.repository, decision.number, decision.step): decision for decision in decisions}
    with database.transaction(connection):
        _save(connection, list(last.values()))


def count(connection: "duckdb.DuckDBPyConnection") -> dict[str, Any]:
    """Each step with what came in, was kept, dropped for which reason, and is still to be decided."""
    decided: dict[str, dict[tuple[str, int], tuple[bool, str]]] = {}
    for repository, number, step, kept, reason in connection.execute(
        "SELECT repository, number, step, kept, reason FROM decisions"
    ).fetchall():
        decided.setdefault(step, {})[repository, number] = (kept, reason)
    inside = set(connection.execute("SELECT repository, number FROM issues").fetchall())
    steps = []
    for step in rules()["steps"]:
        here = decided.get(step["step"], {})
        kept = {issue for issue in inside if here.get(issue, (False, ""))[0]}
        reasons = Counter(here[issue][1] for issue in inside if issue in here and not here[issue][0])
        steps.append({
            "step": step["step"], "title": step["title"], "decided": step["decided"], "in": len(inside), "kept": len(kept),
            "dropped": dict(reasons.most_common()), "undecided": sum(issue not in here for issue in inside), "published": step["published"],
        })
        inside = kept
    collected = database.count(connection, "SELECT count(*) FROM issues")
    return {
        "schema": "firstmile.study-funnel/1", "collected": collected,
        "collected_published": rules()["collected_published"], "steps": steps, "published_source": rules()["published_source"],
    }


def candidates(connection: "duckdb.DuckDBPyConnection", step: str) -> list[tuple[str, int, str, str, str]]:
    """(repository, number, url, title, body) of the issues that every step up to this one kept."""
    steps = [row["step"] for row in rules()["steps"]]
    wanted = steps[: steps.index(step) + 1]
    marks = ", ".join("?" for _ in wanted)
    found = connection.execute(
        "SELECT repository, number, url, title, body FROM issues JOIN (SELECT repository, number FROM decisions "  # noqa: S608
        f"WHERE kept AND step IN ({marks}) GROUP BY ALL HAVING count(*) = ?) USING (repository, number) ORDER BY 1, 2",
        [*wanted, len(wanted)],
    ).fetchall()
    return [(str(a), int(b), str(c), str(d), str(e)) for a, b, c, d, e in found]


def as_csv(rows: list[tuple[Any, ...]], header: tuple[str, ...]) -> str:
    """A CSV text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def as_text(counted: dict[str, Any]) -> str:
    """The funnel for a terminal."""
    from firstmile.study.words import number, table

    rows: list[list[str]] = [["collected", "", number(counted["collected"]), "", number(counted["collected_published"])]]
    for step in counted["steps"]:
        dropped = ", ".join(f"{reason} {number(n)}" for reason, n in step["dropped"].items())
        rows.append([step["title"], number(step["in"]), number(step["kept"]), dropped or "-", number(step["published"])])
    text = table(["step", "in", "kept", "dropped because", "the paper"], rows)
    for step in counted["steps"]:
        if step["undecided"]:
            text += f"  {number(step['undecided'])} to decide: {step['title']} ({step['decided']})\n"
    return text + f"  {counted['published_source']}\n"
