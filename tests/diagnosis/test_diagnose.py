"""What counts as a failure, who is blamed, and what is left open."""

from collections.abc import Callable

import pytest

from firstmile.diagnosis.session import Session
from firstmile.model import NO_FAILURE, Diagnosis

HEALTHY = {
    "optional import": "Failed to load CPU gemm_4bit_forward from kernels-community: No module named 'kernels'. Please make sure you"
    " already `pip install kernels`\n{'train_loss': 0.52, 'epoch': 1.0}\n",
    "dynamic loss scale": "step 3 loss 2.10 grad_norm 1.1\nstep 4 loss 2.01 grad_norm 0.9\nSaving model checkpoint to out\n",
    "a model that talks of errors": "A (9 tokens): 'An exception is raised when the key is missing.'\nQ: Tell me how to fix it.\nA: 'I would look at my keys.'\n",
    "no problems found": "ran 120 tests, 0 errors, 0 failures\n",
    "server start": "INFO 11-02 10:00:01 [api_server.py:1287] vLLM API server version 0.9.1\nINFO:     Application startup complete.\n"
    "INFO:     127.0.0.1:50312 - \"POST /v1/chat/completions HTTP/1.1\" 200 OK\n",
}


@pytest.mark.parametrize("name", HEALTHY)
def test_healthy_log(name: str, diagnose_text: Callable[..., Diagnosis]) -> None:
    """A run that went well is not diagnosed."""
    assert diagnose_text(HEALTHY[name]).status == NO_FAILURE


def test_cascade_alone_says_that_the_cause_is_elsewhere(diagnose_text: Callable[..., Diagnosis]) -> None:
    """Only the follow-on error is there: it is named as such, and where to look is said."""
    diagnosis = diagnose_text("RuntimeError: Engine core initialization failed. See root cause above. Failed core proc(s): {}\n")
    assert diagnosis.cascade
    assert any(item.what == "the first error" for item in diagnosis.not_evaluated)


def test_one_file_a_rank(session: Session) -> None:
    """The rank comes from the file's name, and the time-outs of the others do not win."""
    import io

    from firstmile.facts.context import Context

    wait = b"[E1102 14:22:10.100 ProcessGroupNCCL.cpp:632] [Rank 0] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=1)\n"
    fail = b"2026-11-02 14:12:00,000 start\ntorch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.\n"
    streams = [("logs/rank_0.log", io.BytesIO(wait)), ("logs/rank_5.log", io.BytesIO(fail))]
    diagnosis = session.diagnose_streams(streams, Context())
    evidence = diagnosis.causes[0].evidence[0]
    assert evidence.source == "logs/rank_5.log"
    assert evidence.rank == "5"
    assert "nccl-watchdog-timeout" in {item.mode_id for item in diagnosis.cascade}


def test_shards_and_ranks_are_counted(session: Session) -> None:
    """The remedy names the number of processes that the checkpoint wants."""
    diagnosis = session.diagnose_report("AssertionError: Loading a checkpoint for MP=8 but world size is 1")
    assert any("--nproc_per_node 8" in (r.command or "") for c in diagnosis.causes for r in c.remedies)


def test_first_transformers_release_is_named(session: Session) -> None:
    """The remedy names the release that first knew the model, beside the installed one."""
    diagnosis = session.diagnose_report(
        "transformers==4.46.0\nValueError: The checkpoint you are trying to load has model type `qwen3` but Transformers does not"
        " recognize this architecture."
    )
    assert any("4.51.0" in r.do and "4.46.0" in r.do for r in diagnosis.causes[0].remedies)


def test_table_of_cards_is_no_count(diagnose_text: Callable[..., Diagnosis]) -> None:
    """In nvidia-smi's table the number before a card is its index, and a PCI bus id is no size of a model."""
    table = (
        "|   0  NVIDIA A100-SXM4-80GB          On  |   00000000:0B:00.0 Off |\n"
        "|   1  NVIDIA A100-SXM4-80GB          On  |   00000000:48:00.0 Off |\n"
        "torch.OutOfMemoryError: CUDA out of memory.\n"
    )
    keys = {fact.key for fact in diagnose_text(table).facts}
    assert "gpu.name" in keys
    assert not keys & {"gpu.count", "model.billions"}


def test_long_line_shows_the_match(diagnose_text: Callable[..., Diagnosis]) -> None:
    """Of a line of 20,000 characters the evidence is the part that matched."""
    text = "x " * 5000 + "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. " + "y " * 5000
    assert "CUDA out of memory" in diagnose_text(text + "\n").causes[0].evidence[0].text


def test_exception_of_a_destructor_is_no_event() -> None:
    """Python prints what a destructor raised and goes on; it is not what stopped the run."""
    from firstmile.facts.errors import error_events
    from firstmile.facts.incident import Excerpt

    lines = "ValueError: the real one\nException ignored in: <function A.__del__ at 0x1>\nTraceback (most recent call last):\nAttributeError: 'A' object has no attribute 'b'\n"
    assert [e.name for e in error_events([Excerpt("x", 1, lines)])] == ["ValueError"]
