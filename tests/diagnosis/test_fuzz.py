"""Whatever the bytes, the answer is a diagnosis or one sentence; never a traceback."""

import io
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firstmile.diagnosis.session import Session
from firstmile.errors import InputError
from firstmile.facts.context import Context
from firstmile.model import Diagnosis
from firstmile.report import as_html, as_json, as_markdown, as_sarif, as_text

WORDS = st.sampled_from([
    "CUDA out of memory. Tried to allocate 2.00 GiB", "Traceback (most recent call last):", "[rank3]: ", "\x1b[31m", "\r", "\n",
    "KeyError: 'qwen2'", "exitcode: -9", "显存不足", "\ud800", "{need}", "<b>", "`", "Loading a checkpoint for MP=0 but world size is None",
    "0 is not divisible by 0", "\u202e", "--tensor-parallel-size 0", "999999B", "Qwen2.5-0B", "A" * 500, "\ufffd" * 30, "model type `qwen3`",
])
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=40)), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass")), st.binary(max_size=2000)))
def test_any_bytes(session: Session, data: bytes) -> None:
    """Every reporter can tell every diagnosis."""
    try:
        diagnosis = session.diagnose_streams([("fuzz.log", io.BytesIO(data))], Context())
    except InputError as error:
        assert "\n" not in str(error)
        return
    for reporter in (as_text, as_json, as_markdown, as_html, as_sarif):
        assert reporter.render(diagnosis).encode("utf-8", "surrogatepass")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS)
def test_any_report(session: Session, title: str, report: str) -> None:
    """Reports in a batch as well; confidences are probabilities."""
    diagnosis = session.diagnose_report(report, title)
    assert sum(cause.confidence for cause in diagnosis.causes) <= 1.01
    assert all(0 <= cause.confidence <= 1 for cause in diagnosis.causes)


def test_version_suffix_that_is_cut(diagnose_text: Callable[..., Diagnosis]) -> None:
    """A wheel's CUDA suffix may end anywhere, for instance where a log was cut."""
    for text in ("torch 2.1.0+cu", "torch==2.4.0+cu12", "torch 2.4.0+cu121 RuntimeError: x"):
        assert diagnose_text(text + "\n").status
