"""What a log is wrapped in must not change what it says: containers, journals, launchers, colours, encodings."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from firstmile.diagnosis.session import Session
from firstmile.facts.context import Context
from firstmile.model import NO_FAILURE, Diagnosis

ROOT = Path(__file__).parent.parent
LOGS = ("vllm-oom.log", "flash-attn-undefined-symbol.log", "old-transformers.log", "sigkilled-worker.log")
WRAPPERS: dict[str, Callable[[str], str]] = {
    "docker compose": lambda line: f"vllm-1  | {line}",
    "kubernetes": lambda line: f"2026-11-02T10:00:00.123456789Z stderr F {line}",
    "journald": lambda line: f"Nov 02 10:00:00 node1 vllm[1234]: {line}",
    "torchrun": lambda line: f"[rank0]: {line}",
    "torchrun tee": lambda line: f"[default0]:{line}",
    "ray": lambda line: f"(RayWorkerWrapper pid=4321, ip=10.0.0.7) {line}",
    "vllm process": lambda line: f"(EngineCore_DP0 pid=272) {line}",
    "pdsh": lambda line: f"worker-0: {line}",
    "timestamps": lambda line: f"[2026-11-02 10:00:00,123] {line}",
    "colours": lambda line: f"\x1b[36m{line}\x1b[0m",
    "carriage returns": lambda line: f"Loading:  10%|#  | 1/10\rLoading: 100%|###| 10/10\r{line}\r",
}


def run(session: Session, data: bytes, name: str = "run.log") -> Diagnosis:
    """Diagnose bytes as a file."""
    return session.diagnose_streams([(name, io.BytesIO(data))], Context())


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("log", LOGS)
def test_wrapper_changes_nothing(log: str, wrapper: str, session: Session) -> None:
    """The same failure mode comes first, whatever stands before each line."""
    plain = (ROOT / "examples" / log).read_text("utf-8")
    wrapped = "".join(WRAPPERS[wrapper](line) + "\n" for line in plain.splitlines())
    expected, found = run(session, plain.encode()), run(session, wrapped.encode())
    assert found.causes[0].mode_id == expected.causes[0].mode_id
    assert found.causes[0].evidence[0].line == expected.causes[0].evidence[0].line


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_encoding_changes_nothing(encoding: str, session: Session) -> None:
    """Windows terminals save UTF-16, editors add a byte order mark."""
    plain = (ROOT / "examples" / LOGS[0]).read_text("utf-8")
    assert run(session, plain.encode(encoding)).causes[0].mode_id == run(session, plain.encode()).causes[0].mode_id


CONTROLS = sorted((ROOT / "zoo/logs").glob("control-*.log"))
# A traceback that the program printed on purpose and went on: what a person would look at, too.
KNOWN = {"control-caught-exception.log"}


@pytest.mark.parametrize("log", CONTROLS, ids=lambda path: path.name)
def test_run_that_succeeded_is_no_failure(log: Path, session: Session) -> None:
    """Logs of real runs that went well, with their warnings and progress bars, are no finding."""
    if log.name in KNOWN:
        pytest.skip("holds the traceback of an error that was handled; see docs/accuracy.md")
    assert run(session, log.read_bytes(), log.name).status == NO_FAILURE
