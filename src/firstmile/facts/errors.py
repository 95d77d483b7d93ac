"""Error events in text: Python exceptions, native crashes, kills and exit codes, in order of appearance."""

import re
from typing import NamedTuple

from firstmile.facts.incident import Excerpt
from firstmile.facts.lines import level_of, rank_of, strip_prefix
from firstmile.model import Evidence

_EXCEPTION = re.compile(
    r"^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Exit|Interrupt|Timeout|Killed|Failure))"
    r"(?:: ?(.*))?$"
)
_EMBEDDED = re.compile(r"((?:[a-z_]\w*\.)*[A-Z]\w*(?:Error|Exception)): (.+)")
_NATIVE = re.compile(
    r"terminate called after throwing|Segmentation fault|\bSIG(?:SEGV|ABRT|BUS|ILL|FPE)\b|core dumped"
    r"|Fatal Python error|GGML_ASSERT\(|GGML_ABORT|panicked at|Bus error|Illegal instruction|Aborted"
)
_KILLED = re.compile(
    r"\bOut of memory: Killed process|\bOOMKilled\b|oom-kill:|\bSIGKILL\b|(?:^|\s)Killed(?:\s|$)"
    r"|exit ?code:? ?\(?-9|exit(?:ed)? (?:with )?(?:code|status):? ?137|signal 9\b|returncode -?9|return code = -9"
)
_EXIT = re.compile(
    r"exit(?:ed)?(?: with)?(?: an?)?(?: non-?zero)? ?(?:code|status)\W{0,3}([1-9]\d{0,2}|-\d{1,3})"
    r"|exitcode\W{0,4}([1-9]\d{0,2}|-\d{1,3})|return code = ([1-9]\d{0,2}|-\d{1,3})"
)
_MAYBE = re.compile(
    r"rror|xception|Killed|SIG|fault|dumped|exit|return code|terminate|GGML|panick|oom|OOM|illed"
    r"|ATAL|RITICAL|Abort|Illegal|Interrupt|Timeout|Failure"
)
_SOURCE_LINE = re.compile(r"^\s*(?:raise |except |assert |return |if |class |import |from |logger\.)")


class ErrorEvent(NamedTuple):
    """`kind` is exception, native, killed, exit or level; `handled_by` marks a chained exception."""

    kind: str
    name: str
    message: str
    evidence: Evidence


def _event(line: str) -> tuple[str, str, str] | None:
    message = strip_prefix(line).strip()
    if _SOURCE_LINE.match(message):
        return None
    if match := _EXCEPTION.match(message):
        name = match[1].rsplit(".", 1)[-1]
        return "exception", name, (match[2] or "").strip()
    if _KILLED.search(message):
        return "killed", "SIGKILL", message
    if _NATIVE.search(message):
        return "native", "native", message
    if match := _EMBEDDED.search(message):
        return "exception", match[1].rsplit(".", 1)[-1], match[2].strip()
    if match := _EXIT.search(message):
        return "exit", "exit", next(group for group in match.groups() if group)
    if level_of(line) == "error" or message.lower().startswith(("error:", "fatal:", "fatal error")):
        return "level", "error", message
    return None


def error_events(excerpts: list[Excerpt], limit: int = 2000) -> list[ErrorEvent]:
    """Errors in the order of their lines; at most `limit` a source."""
    events = []
    for excerpt in excerpts:
        found = 0
        ignored = False
        for number, line in enumerate(excerpt.text.split("\n"), excerpt.first_line):
            if not _MAYBE.search(line[:4000]):
                continue
            if "Exception ignored in" in line:
                ignored = True  # Python prints a whole traceback of a destructor and goes on
                continue
            line = line[:4000].rsplit("\r", 1)[-1] if not line.endswith("\r") else line[:4000]
            event = _event(line)
            if event and ignored and event[0] == "exception":
                ignored = False
                continue
            if event:
                rank = rank_of(line, excerpt.source)
                evidence = Evidence(excerpt.source, number, line.strip()[:600], rank)
                events.append(ErrorEvent(*event, evidence))
                found += 1
                if found >= limit:
                    break
    return events
