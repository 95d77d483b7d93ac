"""Many reports, one JSON line each, in order; spread over the cores when there are many."""

import json
import os
from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import Any

from firstmile.diagnosis.session import Session
from firstmile.model import NO_FAILURE
from firstmile.report.as_json import batch_line

_CHUNK = 200
UNREAD = '{"id": null, "error": '  # how the answer to a line that is no report begins
_LONGEST_REPORT = 4 << 20
_worker: list[Session] = []  # one in each process of the pool


def answer(session: Session, number: int, line: bytes) -> tuple[int, str]:
    """(1 if a failure was found, the output line) for one input line; a bad line is answered, too."""
    try:
        row: Any = json.loads(line)
        if not isinstance(row, dict):
            raise ValueError("not a JSON object")
        report = row.get("report")
        if not isinstance(report, str):
            raise ValueError('"report" is missing or not a string')
        title = row.get("title") or ""
        if not isinstance(title, str):
            raise ValueError('"title" is not a string')
        if not (title + report).strip():
            raise ValueError("the report is empty")
    except (ValueError, RecursionError) as error:
        reason = "not valid JSON" if isinstance(error, json.JSONDecodeError | RecursionError) else error
        if isinstance(error, UnicodeDecodeError):
            reason = "not UTF-8"
        return 0, json.dumps({"id": None, "error": f"line {number}: {reason}"}) + "\n"
    diagnosis = session.diagnose_report(report[:_LONGEST_REPORT], title)
    text = json.dumps(batch_line(row.get("id"), diagnosis), ensure_ascii=True)
    return int(diagnosis.status != NO_FAILURE), text + "\n"


def _start() -> None:
    _worker[:] = [Session.load()]


def _answer_chunk(chunk: list[tuple[int, bytes]]) -> list[tuple[int, str]]:
    return [answer(_worker[0], number, line) for number, line in chunk]


def answer_lines(lines: Iterable[bytes]) -> Generator[tuple[int, str], None, None]:
    """Answers in the order of the lines; blank lines are passed over."""
    numbered = ((n, line) for n, line in enumerate(lines, 1) if line.strip())
    first = list(islice(numbered, 2 * _CHUNK))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(first) < 2 * _CHUNK or cores < 2:
        session = Session.load()
        for number, line in (*first, *numbered):
            yield answer(session, number, line)
        return
    from collections import deque
    from multiprocessing import get_context

    def chunks() -> Iterator[list[tuple[int, bytes]]]:
        for start in range(0, len(first), _CHUNK):
            yield first[start : start + _CHUNK]
        while chunk := list(islice(numbered, _CHUNK)):
            yield chunk

    # Chunks are handed out a few ahead of what is written, so that an endless input stays bounded.
    Session.load()  # compile once, before several processes would
    with get_context("spawn").Pool(cores, initializer=_start) as pool:
        waiting: deque[Any] = deque()
        for chunk in chunks():
            waiting.append(pool.apply_async(_answer_chunk, (chunk,)))
            if len(waiting) >= 3 * cores:
                yield from waiting.popleft().get()
        while waiting:
            yield from waiting.popleft().get()
