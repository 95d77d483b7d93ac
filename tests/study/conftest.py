"""A made-up data set, a database made from it, and the real data set where it is at hand."""

import os
from pathlib import Path

import pytest

from firstmile.adapters.cli.main import main
from tests.study import lookalike

_BESIDE = Path(__file__).parents[2].parent / "shared" / "study-data"


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in the form of the public data set."""
    return lookalike.write(tmp_path_factory.mktemp("made-up"))


@pytest.fixture(scope="session")
def made_up_db(made_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the made-up data set, for tests that only read."""
    path = tmp_path_factory.mktemp("db") / "study.db"
    assert main(["study", "import", "open-llm-failures", "--from", str(made_up), "--db", str(path)]) == 0
    return path


@pytest.fixture(scope="session")
def real_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the public data set, which has no licence and is therefore not in this repository."""
    folder = Path(os.environ.get("FIRSTMILE_STUDY_DATA") or _BESIDE)
    if not folder.is_dir():
        pytest.skip(f"the study's data is not at {folder}; set FIRSTMILE_STUDY_DATA to a folder that holds a copy")
    path = tmp_path_factory.mktemp("real") / "study.db"
    assert main(["study", "import", "open-llm-failures", "--from", str(folder), "--db", str(path)]) == 0
    return path
