"""Shared fixtures: one compiled catalogue for the whole run, in a folder of its own."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ.setdefault("FIRSTMILE_CACHE", tempfile.mkdtemp(prefix="firstmile-tests-"))

from firstmile.diagnosis.session import Session
from firstmile.model import Diagnosis

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def session() -> Session:
    """A diagnoser that is ready to answer."""
    return Session.load()


@pytest.fixture(scope="session")
def diagnose_text(session: Session) -> Callable[..., Diagnosis]:
    """Diagnose a text as if it stood in a file."""
    import io

    from firstmile.facts.context import Context

    def run(text: str | bytes, name: str = "run.log", context: Context | None = None) -> Diagnosis:
        data = text.encode() if isinstance(text, str) else text
        return session.diagnose_streams([(name, io.BytesIO(data))], context or Context())

    return run
