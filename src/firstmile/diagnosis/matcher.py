"""Which failure modes does a text hold? One scan for all signatures, then the conditions of each."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from firstmile.diagnosis.engine import Engine, Pattern, compile_engine
from firstmile.failuremodes.mode import REPORTER, Mode

# Sentences that libraries print as advice, beside whatever error there is. A signature that matches on
# such a line says nothing about this failure. Sources: torch/cuda (asynchronous reporting, DSA hint),
# transformers (update advice), vLLM (see root cause above), huggingface_hub.
_ADVICE = re.compile(
    rb"might be asynchronously reported"
    rb"|For debugging consider passing CUDA_LAUNCH_BLOCKING"
    rb"|Compile with `TORCH_USE_CUDA_DSA`"
    rb"|[Tt]his (?:may|might|could|can) be (?:caused by|because|due to)"
    rb"|possible (?:causes|reasons)"
    rb"|\$ export NCCL_DEBUG="
)


class Program(NamedTuple):
    """Signatures laid out as one list of `size` numbered patterns.

    Patterns below `first_prose` are what programs print; from there on come what people write and what
    is only a condition. `main[i]` lists the [mode id, signature index] of pattern i; it is empty for a pattern that is only a
    condition. `conditions` maps ``mode id:signature index`` to the pattern numbers of its [with, without]
    lists. Both are kept as JSON gives them, because converting them would cost more than reading.
    """

    size: int
    first_prose: int
    main: list[list[list[Any]]]
    conditions: dict[str, list[list[int]]]


def lay_out(modes: Iterable[Mode]) -> tuple[Program, tuple[Pattern, ...]]:
    """Number all patterns of the catalogue; equal patterns share a number."""
    modes = list(modes)
    printed: dict[Pattern, None] = {}
    written: dict[Pattern, None] = {}
    for signature in (s for mode in modes for s in mode.signatures):
        kind = written if signature.raised_by == REPORTER else printed
        kind[Pattern(signature.pattern, signature.ignore_case)] = None
        for pattern in (*signature.also, *signature.without):
            written[Pattern(pattern, True)] = None
    ordered = (*printed, *(pattern for pattern in written if pattern not in printed))
    numbers = {pattern: number for number, pattern in enumerate(ordered)}
    main: list[list[list[Any]]] = [[] for _ in ordered]
    conditions: dict[str, list[list[int]]] = {}
    for mode in modes:
        for index, signature in enumerate(mode.signatures):
            main[numbers[Pattern(signature.pattern, signature.ignore_case)]].append([mode.id, index])
            if signature.also or signature.without:
                conditions[f"{mode.id}:{index}"] = [
                    [numbers[Pattern(pattern, True)] for pattern in patterns]
                    for patterns in (signature.also, signature.without)
                ]
    return Program(len(ordered), len(printed), main, conditions), ordered


def line_bounds(block: bytes, end: int) -> tuple[int, int]:
    """Start and end offset of the line on which a match ends; carriage returns part lines, too."""
    at = max(end - 1, 0)
    start = max(block.rfind(b"\n", 0, at), block.rfind(b"\r", 0, at)) + 1
    stop = block.find(b"\n", at)
    return start, len(block) if stop < 0 else stop


def is_advice(line: bytes, end: int) -> bool:
    """Whether what ends at `end` stands in the part of a line that is advice and no error."""
    found = _ADVICE.search(line)
    return found is not None and found.start() < end


def scan_block(engine: Engine, block: bytes, advice_retries: int = 20) -> list[tuple[int, int, int, int]]:
    """(pattern, line start, line end, match end) of each pattern's first line that is not advice."""
    found: dict[int, tuple[int, int, int]] = {}
    refused: set[int] = set()
    base = 0
    for _ in range(advice_retries):
        again = 0
        for number, end in engine.scan(block[base:] if base else block):
            if number in found:
                continue
            start, stop = line_bounds(block, base + end)
            if is_advice(block[start : min(stop, start + 4096)], base + end - start):
                refused.add(number)
                again = max(again, 0) or stop
                again = min(again, stop)
            else:
                found[number] = (start, stop, base + end)
        if not again or again >= len(block) or not refused - set(found):
            break
        base = again
    return [(number, *place) for number, place in found.items()]


_NO_CONDITIONS: list[list[int]] = [[], []]


def satisfied(program: Program, present: Iterable[int]) -> dict[str, list[tuple[int, int]]]:
    """Mode id to (signature, pattern) of those that hold, given the patterns present in an incident."""
    present = frozenset(present)
    fired: dict[str, list[tuple[int, int]]] = {}
    for number in present:
        for mode_id, index in program.main[number] if number < program.size else ():
            also, without = program.conditions.get(f"{mode_id}:{index}", _NO_CONDITIONS)
            if all(n in present for n in also) and not any(n in present for n in without):
                fired.setdefault(mode_id, []).append((index, number))
    return fired


def fired_modes(modes: Sequence[Mode], text: str) -> set[str]:
    """Ids of the modes that a whole text fires. For tests and authors: it compiles on each call."""
    program, patterns = lay_out(modes)
    engine = compile_engine(tuple(enumerate(patterns)))
    block = text.encode("utf-8", "surrogateescape")
    return set(satisfied(program, {number for number, *_ in scan_block(engine, block)}))
