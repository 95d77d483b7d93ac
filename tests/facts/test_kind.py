"""A person's report and a program's log are told apart, since a report is a failure by its nature."""

import io

import pytest

from firstmile.diagnosis.session import Session
from firstmile.facts.incident import read
from firstmile.facts.kind import looks_like_report


def judge(text: str, session: Session, name: str = "x.log") -> bool:
    """What the tool takes a text for."""
    return looks_like_report(read([(name, io.BytesIO(text.encode()))], session.catalogue.engines))


@pytest.mark.parametrize("text", [
    "I tried to load the model and it hangs. Any ideas?", "微调后模型一直重复，请问怎么解决？", "### Describe the bug\n```\nerror\n```\n",
])
def test_report(text: str, session: Session) -> None:
    """Somebody speaks, in either language or in a template."""
    assert judge(text, session)


@pytest.mark.parametrize("text", [
    "0.00.143.891 I slot get_availabl: id  1 | selected\n0.00.143.947 I slot launch_slot_: id  1 | processing\n",
    "INFO:httpx:HTTP Request: GET /x\nINFO:httpx:HTTP Request: GET /y\nHello! How can I help you today?\n",
    "step 1 loss 2.0\nstep 2 loss 1.9\n",
])
def test_log(text: str, session: Session) -> None:
    """A level letter I is nobody, and a model's polite answer is not the reporter."""
    assert not judge(text, session)
