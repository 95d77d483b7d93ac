"""What stands before the message on a log line: rank, worker, time, level."""

import re
from typing import NamedTuple

# `[rank3]:` torch >= 2.1; `[default3]:` and `[3]:` torchrun --tee; `(Worker_TP3 pid=1)`, `(VllmWorker
# rank=3 pid=1)` vLLM; `local_rank: 3`, `rank: 3`; `[Rank 3]` ProcessGroupNCCL; `node0: [rank3]` pdsh.
_RANK = re.compile(
    r"\[rank\s?(\d{1,5})\]|\[Rank (\d{1,5})\]|^\[(?:default)?(\d{1,5})\]:|\(Worker_TP(\d{1,3})"
    r"|\(VllmWorker(?:Process)?[ _](?:rank=)?(\d{1,3})|\bRank:? (\d{1,5})[:,\]]"
)
_RANK_IN_NAME = re.compile(r"(?:rank|worker|local_rank|proc)[-_.]?(\d{1,5})(?:\D|$)|(?:^|/)(\d{1,5})/std(?:err|out)")
_TIME = re.compile(
    r"(?:(\d{4})[-/])?(?:(\d{2})[-/](\d{2})[ T_]+)?(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?"
)
_LEVEL = re.compile(
    r"\b(DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|^\[?([DIWEF])\d{4} \d\d:|level=(\w+)|\[([DIWE]) "
)
# Prefixes that stand before a Python exception or a message, in the order in which they stack.
_PREFIX = re.compile(
    r"^(?:"
    r"\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\s+(?:stdout|stderr) [FP] "  # Kubernetes CRI
    r"|\w{3} [ \d]\d \d\d:\d\d:\d\d \S+ [\w.@-]+(?:\[\d+\])?: "  # journald
    r"|[\w.-]{1,40}\s*\| "  # docker compose
    r"|\[rank\d+\]: ?|\[(?:default)?\d+\]: ?"
    r"|\([A-Za-z_]\w*(?:[ =][^()]{0,60})?\)\s*"  # Ray and vLLM processes
    r"|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^\s\]]*\]?\s*"
    r"|(?:INFO|WARNING|ERROR|CRITICAL|DEBUG) \d\d-\d\d \d\d:\d\d:\d\d (?:\[[^\]]{1,60}\]|\S+\]) ?"
    r"|[IWEF]\d{4} \d\d:\d\d:\d\d[.\d]* \d+ [^\]]{1,120}\] ?"
    r"|- ?(?:INFO|WARNING|ERROR|CRITICAL|DEBUG) - "
    r"|\| ?(?:INFO|WARNING|ERROR)\s*\| ?\w*\s*\| ?"
    r"|[│║|] ?"
    r"|>+ "
    r")"
)


class Stamp(NamedTuple):
    """A time on a line; `date` is empty where the format has none. Compare equal shapes only."""

    date: str
    seconds: float


def strip_prefix(line: str) -> str:
    """The message of a line, without timestamps, ranks, process names and box characters."""
    for _ in range(6):
        shorter = _PREFIX.sub("", line, count=1)
        if shorter == line:
            break
        line = shorter
    return line.rstrip(" │║|\r")


def rank_of(line: str, source: str = "") -> str | None:
    """The rank that printed a line, from its prefix or else from the name of its file."""
    if match := _RANK.search(line[:200]):
        return next(group for group in match.groups() if group)
    if match := _RANK_IN_NAME.search(source.rsplit("/", 3)[-1] if "/std" not in source else source):
        return match[1] or match[2]
    return None


def stamp_of(line: str) -> Stamp | None:
    """The time at which a line was printed, where it says so near its start."""
    match = _TIME.search(line[:120])
    if not match:
        return None
    year, month, day, hour, minute, second, fraction = match.groups()
    date = f"{year or ''}{month}{day}" if month else ""
    return Stamp(
        date, int(hour) * 3600 + int(minute) * 60 + int(second) + float(f"0.{fraction or 0}")
    )


def level_of(line: str) -> str:
    """`error`, `warning`, `info` or an empty string where the line names no level."""
    match = _LEVEL.search(line[:160])
    if not match:
        return ""
    word = next(group for group in match.groups() if group).lower()
    if word[0] in "ec" or word.startswith("f"):
        return "error"
    return "warning" if word[0] == "w" else "info"
