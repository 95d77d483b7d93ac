"""Walking through a repository's issues and comments in the order of their last change.

GitHub's numbered pages shift while one reads them: an issue that changes moves to the end, and another slips from the
next page to the one already read. So each request asks for what changed since the last one that is safely stored.
Rows and the new "since" are committed together: a killed walk goes on where it was, without loss or duplicates. A
row that is fetched twice replaces itself.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from firstmile.errors import InputError
from firstmile.study import database
from firstmile.study.collecting.client import Client, Gone

if TYPE_CHECKING:
    import duckdb

PAGE = 100
_BEGINNING = "1970-01-01T00:00:00Z"
KINDS = {"issues": "issues", "comments": "issues/comments"}


class Walked(NamedTuple):
    """What a walk through one kind brought."""

    kind: str
    rows: int
    unchanged: bool


def repository(connection: "duckdb.DuckDBPyConnection", client: Client, name: str) -> tuple[str, str]:
    """(the name that its rows are kept under, its name today). Follows renames. Raises InputError."""
    try:
        body = client.get(f"{client.api}/repos/{name}").body
    except Gone:
        raise InputError(f"there is no public repository {name} on {client.api}.") from None
    if not isinstance(body, dict) or not isinstance(body.get("id"), int) or not isinstance(body.get("full_name"), str):
        raise InputError(f"{client.api} does not answer as GitHub does; check --api.")
    known = database.first(connection, "SELECT repository FROM repositories WHERE github_id = ?", [body["id"]])
    taken = database.first(connection, "SELECT github_id FROM repositories WHERE repository = ?", [name])
    if known is None and taken is not None:
        raise InputError(f"{name} is another repository than the one collected under this name before; use another database.")
    kept = str(known[0]) if known else name
    with database.transaction(connection):
        connection.execute(
            "INSERT INTO repositories VALUES (?, ?, ?, ?) ON CONFLICT (repository) DO UPDATE SET full_name = excluded.full_name, seen_at = excluded.seen_at",
            [kept, body["id"], body["full_name"], datetime.now(UTC)])
    return kept, body["full_name"]


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _author(item: dict[str, Any]) -> str | None:
    user = item.get("user")
    return user.get("login") if isinstance(user, dict) else None


def _issue(kept: str, item: dict[str, Any]) -> tuple[Any, ...] | None:
    """A row of the table; None for a pull request, which GitHub lists among the issues."""
    if "pull_request" in item:
        return None
    import json

    labels = [label.get("name") if isinstance(label, dict) else label for label in item.get("labels") or []]
    return (
        kept, int(item["number"]), _text(item, "html_url"), _text(item, "title"), _text(item, "body"), _text(item, "state"),
        json.dumps(labels, ensure_ascii=False), _author(item), _text(item, "created_at"), item["updated_at"], item.get("closed_at"),
        int(item.get("comments") or 0),
    )


def _comment(kept: str, item: dict[str, Any]) -> tuple[Any, ...] | None:
    """A row of the table; None for a comment on a pull request."""
    if "/pull/" in _text(item, "html_url"):
        return None
    number = int(_text(item, "issue_url").rsplit("/", 1)[-1])
    return (kept, number, int(item["id"]), _author(item), _text(item, "body"), _text(item, "created_at"), item["updated_at"])


_ROW: dict[str, Callable[[str, dict[str, Any]], tuple[Any, ...] | None]] = {"issues": _issue, "comments": _comment}
_KEY = {"issues": 1, "comments": 2}


def _rows(kind: str, kept: str, body: Any, api: str) -> tuple[list[tuple[Any, ...]], str | None]:
    """The rows of a page, one a key, and the last change on it."""
    if not isinstance(body, list):
        raise InputError(f"{api} does not answer as GitHub does; check --api.")
    rows: dict[Any, tuple[Any, ...]] = {}
    last = None
    try:
        for item in body:
            last = str(item["updated_at"])
            row = _ROW[kind](kept, item)
            if row is not None:
                rows[row[_KEY[kind]]] = row
    except (KeyError, TypeError, ValueError):
        raise InputError(f"{api} sent something that is no list of {kind}; check --api.") from None
    return list(rows.values()), last


def walk(
    connection: "duckdb.DuckDBPyConnection", client: Client, kept: str, today: str, kind: str, tell: Callable[[int, str], None]
) -> Walked:
    """Fetch everything of one kind that changed since the last walk. `tell` hears of each page."""
    state = database.first(connection, "SELECT since, tail_since, tail_etag FROM walks WHERE repository = ? AND kind = ?", [kept, kind])
    since, tail, etag = (str(state[0]), state[1], state[2]) if state else (_BEGINNING, None, None)
    # The last page of the walk before is asked for again, with its etag: while nothing changed, that is all, and free.
    since, stored = tail or since, 0
    url, of_since = _url(client, today, kind, since), True
    while True:
        try:
            answer = client.get(url, etag)
        except Gone:  # issues are switched off, or the repository went away between two pages
            return Walked(kind, stored, False)
        if answer.unchanged:
            return Walked(kind, stored, True)
        rows, last = _rows(kind, kept, answer.body, client.api)
        ended, last = answer.next_url is None, last or since
        new = _new(connection, kind, rows)
        with database.transaction(connection):
            database.insert(connection, kind, rows, replace=True)
            connection.execute("INSERT OR REPLACE INTO walks VALUES (?, ?, ?, ?, ?)", [
                kept, kind, last, since if ended and of_since else None, answer.etag if ended and of_since else None])
        stored += new
        tell(new, last)
        if ended:
            return Walked(kind, stored, False)
        # More than a page of changes in one second: only there the server's own next page is followed.
        of_since, etag = last != since, None
        url = _url(client, today, kind, last) if of_since else str(answer.next_url)
        since = last


def _new(connection: "duckdb.DuckDBPyConnection", kind: str, rows: list[tuple[Any, ...]]) -> int:
    """How many of these rows are not there yet in this version."""
    if not rows:
        return 0
    key, changed = ("number", 9) if kind == "issues" else ("comment_id", 6)
    known = set(connection.execute(
        f"SELECT {key}, updated_at FROM {kind} WHERE repository = ? AND {key} IN (SELECT unnest(?))",  # noqa: S608  # our own names
        [rows[0][0], [row[_KEY[kind]] for row in rows]]).fetchall())
    return sum((row[_KEY[kind]], row[changed]) not in known for row in rows)


def _url(client: Client, today: str, kind: str, since: str) -> str:
    query = {"state": "all"} if kind == "issues" else {}
    query |= {"sort": "updated", "direction": "asc", "since": since, "per_page": str(PAGE)}
    return f"{client.api}/repos/{today}/{KINDS[kind]}?{urlencode(query)}"
