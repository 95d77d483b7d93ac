"""Training metrics as a log prints them: loss, gradient norm and learning rate, step by step.

Read are the dictionaries of transformers' Trainer and of TRL, DeepSpeed and Megatron lines, and the
``step 12 loss 1.9`` that people print themselves.
"""

import re
from typing import NamedTuple

from firstmile.facts.incident import Excerpt
from firstmile.model import Evidence

_NUMBER = r"['\"]?\s*[:=]?\s*['\"]?([-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|nan|inf)\b)"
_METRIC = rf"(?i)(?<![A-Za-z_])(loss|lm[ _]loss|train[_ ]loss|kl|grad[_ ]norm|learning[_ ]rate|lr){_NUMBER}"
_MOST = 4000  # points; later ones of a longer run tell nothing new


class Point(NamedTuple):
    """One printed step; NaN is kept, what is not printed is None."""

    loss: float | None
    grad_norm: float | None
    learning_rate: float | None
    evidence: Evidence


def training_points(excerpts: list[Excerpt]) -> list[Point]:
    """Steps in order of appearance. Summaries (``train_runtime``) and evaluation lines are left out."""
    points: list[Point] = []
    for excerpt in excerpts:
        if "loss" not in excerpt.text and " kl " not in excerpt.text:
            continue
        metrics = re.compile(_METRIC).findall
        for number, line in enumerate(excerpt.text.split("\n"), excerpt.first_line):
            if len(line) > 2000 or "eval_" in line or "train_runtime" in line:
                continue
            found: dict[str, float] = {}
            for name, value in metrics(line):
                found.setdefault(name.lower().replace(" ", "_"), float(value))
            loss = next((found[k] for k in ("loss", "lm_loss", "train_loss", "kl") if k in found), None)
            rate = found.get("learning_rate", found.get("lr"))
            if loss is None:
                continue
            points.append(
                Point(loss, found.get("grad_norm"), rate, Evidence(excerpt.source, number, line.strip()[:600]))
            )
            if len(points) >= _MOST:
                return points
    return points
