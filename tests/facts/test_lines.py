"""Prefixes of real tools: what stands before a message is read, and taken off."""

import pytest

from firstmile.facts.lines import level_of, rank_of, stamp_of, strip_prefix


@pytest.mark.parametrize(("line", "message"), [
    ("[rank3]: RuntimeError: x", "RuntimeError: x"),
    ("(EngineCore_0 pid=123) ERROR 11-24 10:00:00 [core.py:396] ValueError: y", "ValueError: y"),
    ("ERROR 11-18 18:07:28 engine.py:366] ValueError: z", "ValueError: z"),
    ("vllm-1  | ERROR 11-18 18:07:28 engine.py:366] ValueError: z", "ValueError: z"),
    ("2024-04-23T13:27:20.383Z stderr F OSError: q", "OSError: q"),
    ("Nov 23 22:14:43 node0 ollama[991]: Error: cudaMalloc failed", "Error: cudaMalloc failed"),
    ("(RayWorkerWrapper pid=1, ip=10.0.0.1) KeyError: 'a'", "KeyError: 'a'"),
    ("│ ValueError: boxed │", "ValueError: boxed"),
    ("[2024-04-23 13:27:20,383] failed", "failed"),
    ("ValueError: plain", "ValueError: plain"),
])
def test_prefixes(line: str, message: str) -> None:
    """The message is what is left."""
    assert strip_prefix(line) == message


@pytest.mark.parametrize(("line", "source", "rank"), [
    ("[rank3]: x", "", "3"), ("[default5]:x", "", "5"), ("[7]:x", "", "7"),
    ("(Worker_TP2 pid=4) x", "", "2"), ("[E ProcessGroupNCCL.cpp:563] [Rank 1] Watchdog", "", "1"),
    ("x", "logs/rank_6.log", "6"), ("x", "attempt_0/4/stderr.log", "4"), ("x", "train.log", None),
])
def test_rank(line: str, source: str, rank: str | None) -> None:
    """From the line first, from the file's name second."""
    assert rank_of(line, source) == rank


def test_level() -> None:
    """Words and glog letters."""
    assert level_of("WARNING 11-18 x") == "warning"
    assert level_of("E1123 22:14:43.241000 22045 x] y") == "error"
    assert level_of("[W socket.cpp:697] x") == "warning"
    assert level_of("nothing") == ""


def test_stamp_orders() -> None:
    """Later lines compare greater."""
    early, late = stamp_of("2024-04-23 13:27:20,383 a"), stamp_of("2024-04-23 13:27:20,900 b")
    assert early is not None
    assert late is not None
    assert early < late
    assert stamp_of("no time") is None
