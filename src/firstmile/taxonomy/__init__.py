"""The labels of the study (Yu et al., arXiv:2601.13655): symptoms, root causes, stages.

A label is a path such as ``Crash - CUDA Error - Out of Memory``; its code is ``S-B.1.1``.
"""

import json
import os
from functools import cache
from typing import NamedTuple

STAGES = ("Inference", "Fine-tuning")


class Label(NamedTuple):
    """One entry of the taxonomy."""

    code: str
    label: str
    definition: str
    chosen_when: str


@cache
def labels(kind: str) -> dict[str, Label]:
    """Code to label for ``symptom`` or ``root_cause``, inner nodes included, in the study's order."""
    path = os.path.join(os.path.dirname(__file__), "taxonomy.json")
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)[kind]
    return {
        row["code"]: Label(row["code"], row["label"], row["definition"], row.get("chosen_when", ""))
        for row in rows
    }


@cache
def leaf_codes(kind: str) -> frozenset[str]:
    """Codes that have nothing below them, for ``symptom`` or ``root_cause``."""
    codes = list(labels(kind))
    return frozenset(
        code for code in codes if not any(other.startswith(code + ".") for other in codes)
    )


def kind_of(code: str) -> str:
    """``symptom`` for S- codes, ``root_cause`` for R- codes."""
    return "symptom" if code.startswith("S-") else "root_cause"


def label_of(code: str) -> str:
    """The full path of a code. Raises KeyError for an unknown code."""
    return labels(kind_of(code))[code].label


@cache
def code_of(label: str) -> str | None:
    """The code of a full path, or None."""
    for kind in ("symptom", "root_cause"):
        for entry in labels(kind).values():
            if entry.label == label:
                return entry.code
    return None


@cache
def group_of(code: str) -> str:
    """The code of the top-level group: ``S-B.1.1`` gives ``S-B``."""
    return code.split(".", 1)[0]
