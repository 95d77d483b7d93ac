"""Ten failing runs in real formats, written apart from the rules: the specific cause comes first."""

import json
from pathlib import Path

import pytest

from firstmile.diagnosis.session import Session
from firstmile.facts.context import Context
from firstmile.model import DIAGNOSED

EXAMPLES = Path(__file__).parent.parent / "examples"
TRUTHS = json.loads((EXAMPLES / "truths.json").read_text("utf-8"))


@pytest.mark.parametrize("name", TRUTHS)
def test_example_log(name: str, session: Session) -> None:
    """The cause's group is right, a mode is named with evidence, and a remedy would work."""
    truth = TRUTHS[name]
    with (EXAMPLES / name).open("rb") as stream:
        diagnosis = session.diagnose_streams([(name, stream)], Context())
    assert diagnosis.status == DIAGNOSED
    cause = diagnosis.causes[0]
    assert cause.label.split(" - ")[0] in {label.split(" - ")[0] for label in truth["causes"]}
    assert cause.mode_id
    assert cause.evidence
    advice = " ".join(f"{r.do} {r.command} {r.when}" for r in cause.remedies).lower()
    for words in truth["remedy_words"]:
        assert any(word.lower() in advice for word in words), words


def test_hidden_rank_is_named(session: Session) -> None:
    """Behind the time-outs of seven waiting ranks, the evidence is the exception of rank 3."""
    name = "nccl-timeout-hides-rank3.log"
    with (EXAMPLES / name).open("rb") as stream:
        diagnosis = session.diagnose_streams([(name, stream)], Context())
    assert diagnosis.causes[0].evidence[0].rank == "3"
    assert "torchrun-child-failed" in {item.mode_id for item in diagnosis.cascade}


def test_memory_numbers_are_the_users(session: Session) -> None:
    """The remedy for weights that do not fit names their size and the card's."""
    with (EXAMPLES / "vllm-oom.log").open("rb") as stream:
        diagnosis = session.diagnose_streams([("vllm-oom.log", stream)], Context())
    text = " ".join(remedy.do for remedy in diagnosis.causes[0].remedies)
    assert "GiB of weights" in text
    assert "--tensor-parallel-size" in text
