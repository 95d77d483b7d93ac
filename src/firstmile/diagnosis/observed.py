"""Failure modes that no line names, seen in numbers and answers: a loss that does not fall, an answer that loops.

Each detector is a pure function from facts to the lines that show it. Thresholds are set so that ordinary
runs and ordinary answers stay silent; `tests/diagnosis/test_observed.py` holds both kinds.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from math import isfinite, isnan

from firstmile.facts.answers import Answer, answers
from firstmile.facts.incident import Excerpt
from firstmile.facts.training import Point, training_points
from firstmile.model import Evidence

_FEW = 3
_ENOUGH_FOR_A_TREND = 8
_SPECIAL = re.compile(
    r"<\|(?:im_end|im_start|endoftext|eot_id|end_of_text|start_header_id|end_header_id|end|assistant|user|return|channel|eom_id)\|>"
    r"|</s>|<end_of_turn>|<start_of_turn>|\[/INST\]|<｜end▁of▁sentence｜>|<eos>"
)
_SPECIAL_RUN = re.compile(r"(?:<\|[a-z_]{2,20}\|>[ \n]?){6}")
_LONGEST_WORD = 45
_REPEATS = 4


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def loss_nan(points: list[Point]) -> list[Evidence]:
    """A loss or gradient norm that is NaN, other than in one step alone."""
    bad = [p for p in points if (p.loss is not None and isnan(p.loss)) or (p.grad_norm is not None and isnan(p.grad_norm))]
    return [p.evidence for p in bad[:2]] if len(bad) > 1 or (bad and bad[-1] is points[-1]) else []


def loss_zero(points: list[Point]) -> list[Evidence]:
    """A loss of exactly 0 from some step to the end."""
    zeros = []
    for point in reversed(points):
        if point.loss != 0:
            break
        zeros.append(point.evidence)
    return zeros[-2:] if len(zeros) >= _FEW else []


def explosion(points: list[Point]) -> list[Evidence]:
    """A gradient norm of thousands that grew a hundredfold, or a loss that grew tenfold and stayed."""
    norms = [p for p in points if p.grad_norm is not None and not isnan(p.grad_norm)]
    losses = [p for p in points if p.loss is not None and not isnan(p.loss)]
    if norms:
        first = max(norms[0].grad_norm or 0.0, 1e-6)
        big = [p for p in norms if (p.grad_norm or 0.0) > 1e3 and (p.grad_norm or 0.0) > 100 * first]
        if len(big) >= _FEW:
            return [big[0].evidence, big[-1].evidence]
    if len(losses) >= _FEW:
        first = max(losses[0].loss or 0.0, 0.1)
        late = losses[-max(_FEW, len(losses) // 4) :]
        if all((p.loss or 0.0) > 10 * first for p in late):
            return [late[0].evidence]
    return []


def rate_zero(points: list[Point]) -> list[Evidence]:
    """A learning rate that never exceeds 1e-7, where it is printed at all."""
    rates = [p for p in points if p.learning_rate is not None]
    if len(rates) >= _FEW and all(abs(p.learning_rate or 0.0) < 1e-7 for p in rates):
        return [rates[0].evidence, rates[-1].evidence]
    return []


def loss_flat(points: list[Point]) -> list[Evidence]:
    """A loss that is not lower at the end than at the start, over enough steps to tell."""
    losses = [p for p in points if p.loss is not None and isfinite(p.loss)]
    if len(losses) < _ENOUGH_FOR_A_TREND or len(losses) < len(points):
        return []
    values = [p.loss or 0.0 for p in losses]
    third = len(values) // 3
    start, end = _mean(values[:third]), _mean(values[-third:])
    if start > 0.3 and end > 0.985 * start:
        return [losses[0].evidence, losses[-1].evidence]
    return []


def period(text: str) -> int:
    """Length of the unit that the end of a text repeats at least four times over 40 characters, else 0.

    Digits are folded, so that a numbered list of one sentence counts; runs of blanks and dots do not.
    """
    tail = re.sub(r"\d+", "0", text.rstrip())[-1200:]
    for size in range(1, len(tail) // _REPEATS + 1):
        unit = tail[-size:]
        if not any(c.isalpha() or c == "!" for c in unit):
            continue
        count = 1
        while tail[: len(tail) - size * count].endswith(unit):
            count += 1
        if count >= _REPEATS and count * size >= 40:
            return size
    return 0


def _loops(answer: Answer) -> bool:
    words = answer.text.split()
    run = longest = 1
    for previous, word in pairwise(words):
        run = run + 1 if word == previous and any(c.isalpha() for c in word) else 1
        longest = max(longest, run)
    return longest >= 5 or period(answer.text) > 0


def loops(found: list[Answer]) -> list[Evidence]:
    """Answers whose end repeats, or in which one word stands five times in a row."""
    return [a.evidence for a in found if _loops(a) and not set(a.text.strip()) <= set("! ")]


def exclamation_marks(found: list[Answer]) -> list[Evidence]:
    """Answers that are nothing but exclamation marks."""
    return [a.evidence for a in found if a.text.count("!") >= 8 and set(a.text.strip()) <= set("! \n")]


def special_tokens(found: list[Answer]) -> list[Evidence]:
    """Answers that show control tokens."""
    return [a.evidence for a in found if _SPECIAL.search(a.text)]


def words_run_together(found: list[Answer]) -> list[Evidence]:
    """Answers with a word of 45 letters and more that is no path, link or code."""
    return [
        a.evidence for a in found
        if any(len(word) > _LONGEST_WORD and sum(c.isascii() and c.isalpha() for c in word) > 0.9 * len(word) for word in a.text.split())
        and not _loops(a)
    ]


def empty(found: list[Answer]) -> list[Evidence]:
    """At least two answers, and all of them empty."""
    if len(found) >= 2 and not any(a.text.strip() for a in found):
        return [a.evidence for a in found[:2]]
    return []


TRAINING: tuple[tuple[str, Callable[[list[Point]], list[Evidence]]], ...] = (
    ("training-loss-nan", loss_nan), ("training-loss-zero", loss_zero), ("gradient-explosion", explosion),
    ("learning-rate-zero", rate_zero), ("training-loss-does-not-fall", loss_flat),
)
ANSWERS: tuple[tuple[str, Callable[[list[Answer]], list[Evidence]]], ...] = (
    ("output-only-exclamation-marks", exclamation_marks), ("output-repeats-itself", loops),
    ("control-token-in-answer", special_tokens), ("stream-loses-spaces", words_run_together), ("answer-is-empty", empty),
)


def observed(excerpts: list[Excerpt]) -> dict[str, list[Evidence]]:
    """Mode id to the lines that show it."""
    found: dict[str, list[Evidence]] = {}
    if points := training_points(excerpts):
        for mode_id, detector in TRAINING:
            if lines := detector(points):
                found[mode_id] = lines
        if found.keys() & {"training-loss-nan", "learning-rate-zero", "gradient-explosion"}:
            found.pop("training-loss-does-not-fall", None)
    for excerpt in excerpts:
        if match := _SPECIAL_RUN.search(excerpt.text):
            line = excerpt.first_line + excerpt.text.count("\n", 0, match.start())
            found["control-token-in-answer"] = [Evidence(excerpt.source, line, match[0].strip())]
    if given := answers(excerpts):
        for mode_id, judge in ANSWERS:
            if lines := judge(given):
                found.setdefault(mode_id, lines)
    return found
