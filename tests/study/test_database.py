"""The database is whole or absent, says whose it is, and answers trouble with one sentence."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from firstmile.adapters.cli.main import main
from firstmile.errors import InputError
from firstmile.study import database


def create(path: Path) -> Path:
    """A new, empty study."""
    with database.opened(str(path), write=True, create=True):
        pass
    return path


def test_new_database_is_ours(tmp_path: Path) -> None:
    """A new file carries application and schema version, and nothing is left beside it."""
    path = create(tmp_path / "s.db")
    with database.opened(str(path)) as connection:
        assert connection.execute("SELECT application, schema_version FROM firstmile_study").fetchall() == [("firstmile.study", 1)]
    assert [p.name for p in tmp_path.iterdir()] == ["s.db"]


@pytest.mark.parametrize("kind", ["text", "empty", "sqlite", "duckdb", "newer", "older", "folder", "missing", "no folder"])
def test_what_is_not_ours(tmp_path: Path, kind: str) -> None:
    """Another program's file, another version's, or none is refused in one sentence and not touched."""
    path = tmp_path / "s.db"
    if kind == "text":
        path.write_text("some text\n" * 100)
    elif kind == "empty":
        path.write_text("")
    elif kind == "sqlite":
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE t (a)")
    elif kind == "duckdb":
        with duckdb.connect(str(path)) as other:
            other.execute("CREATE TABLE t (a INTEGER)")
    elif kind in ("newer", "older"):
        create(path)
        with duckdb.connect(str(path)) as other:
            other.execute("UPDATE firstmile_study SET schema_version = ?", [99 if kind == "newer" else 0])
    elif kind == "folder":
        path.mkdir()
    elif kind == "no folder":
        path = tmp_path / "none" / "s.db"
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(InputError) as refused, database.opened(str(path), write=True, create=kind == "no folder"):
        pass
    assert "\n" not in str(refused.value)
    assert str(tmp_path) in str(refused.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def _interrupted(path: str) -> None:
    with database.opened(path, write=True) as connection, database.transaction(connection):
        database.insert(connection, "import_files", [(1, "a", "h", 1)])
        raise KeyboardInterrupt


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    """Whatever ends a transaction early, Ctrl-C included, its rows are not there."""
    path = str(create(tmp_path / "s.db"))
    with pytest.raises(KeyboardInterrupt):
        _interrupted(path)
    with database.opened(path) as connection:
        assert connection.execute("SELECT count(*) FROM import_files").fetchone() == (0,)


def test_two_processes(tmp_path: Path, made_up: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While one process writes, another gets one sentence with the holder's id."""
    path = str(create(tmp_path / "s.db"))
    holder = subprocess.Popen(
        [sys.executable, "-c", f"from firstmile.study import database as d; import time\n"
         f"with d.opened({path!r}, write=True): print('held', flush=True); time.sleep(60)"],
        stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert main(["study", "import", "open-llm-failures", "--from", str(made_up), "--db", path]) == 2
    finally:
        holder.kill()
        holder.wait()
    err = capsys.readouterr().err
    assert f"in use by another process (PID {holder.pid})" in err
    assert err.count("\n") == 1


def test_killed_while_importing(tmp_path: Path, made_up: Path) -> None:
    """Killed at any moment, an import is there whole or not at all, and the next one works."""
    command = [sys.executable, "-m", "firstmile", "study", "import", "open-llm-failures", "--from", str(made_up)]
    seen = set()
    for n in range(8):
        path = tmp_path / f"{n}.db"
        process = subprocess.Popen([*command, "--db", str(path)], stdout=subprocess.DEVNULL)
        time.sleep(0.12 + 0.03 * n)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if path.exists():
            with database.opened(str(path), write=True) as connection:
                seen.add(connection.execute("SELECT count(*) FROM records").fetchone()[0])
        assert main([*command[3:], "--db", str(path)]) == 0
    assert seen <= {0, 300}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full to stand in for a full disk")
def test_full_disk_is_a_sentence() -> None:
    """ENOSPC and DuckDB's own words for it are told as a full disk."""
    try:
        with open("/dev/full", "w") as file:
            file.write("x" * 100_000)
    except OSError as error:
        assert "disk of s.db is full" in str(database.explain(error, "s.db"))
    words = duckdb.IOException('IO Error: Could not write file "s.db": No space left on device')
    assert "disk of s.db is full" in str(database.explain(words, "s.db"))


def test_full_disk_at_commit(made_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A disk that fills up where rows are committed, which DuckDB reports as a failed transaction, is one sentence, too."""
    create(tmp_path / "s.db")

    def full(*_: object) -> None:
        raise duckdb.TransactionException('Failed to commit: Could not write file "s.db.wal": No space left on device')

    monkeypatch.setattr(database, "insert", full)
    assert main(["study", "import", "open-llm-failures", "--from", str(made_up), "--db", str(tmp_path / "s.db")]) == 2
    err = capsys.readouterr().err
    assert "is full; nothing of the last step was kept" in err
    assert err.count("\n") == 1


def test_bounded_memory(made_up_db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The database keeps to FIRSTMILE_STUDY_MEMORY; a value that is no size, and one that is too small, are told."""
    arguments = ["study", "analyze", "--db", str(made_up_db)]
    monkeypatch.setenv("FIRSTMILE_STUDY_MEMORY", "200MB")
    with database.opened(str(made_up_db)) as connection:
        assert connection.execute("SELECT current_setting('memory_limit')").fetchall()[0][0].startswith("190.7")
    assert main(arguments) == 0
    monkeypatch.setenv("FIRSTMILE_STUDY_MEMORY", "much")
    assert main(arguments) == 2
    assert "500MB" in capsys.readouterr().err
    assert "not enough memory" in str(database.explain(duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate"), "s.db"))


def test_completion_knows_the_study(capsys: pytest.CaptureFixture[str]) -> None:
    """Shell completion is made from the whole command line, although a start declares only what it needs."""
    assert main(["completion", "bash"]) == 0
    out = capsys.readouterr().out
    assert "study_collect" in out
    assert "--longest-wait" in out


def test_without_the_extra(tmp_path: Path) -> None:
    """Without its packages the study says what to install, in one sentence."""
    code = "import sys; sys.modules['duckdb'] = None\nfrom firstmile.adapters.cli.main import main\n" \
        f"sys.exit(main(['study', 'analyze', '--db', {str(tmp_path / 's.db')!r}]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'firstmile[study]'" in done.stderr
    assert done.stderr.count("\n") == 1


def test_other_commands_import_none_of_it() -> None:
    """`diagnose --help` and a diagnosis load neither the study nor its packages."""
    code = (
        "import sys; from firstmile.adapters.cli.main import main\n"
        "try: main(['diagnose', '--help'])\nexcept SystemExit: pass\n"
        "heavy = [m for m in sys.modules if m.split('.')[0] in ('duckdb', 'httpx', 'numpy', 'scipy', 'sklearn', 'matplotlib')"
        " or m.startswith(('firstmile.study', 'firstmile.adapters.cli.study.'))]\n"
        "sys.exit(repr(heavy) if heavy else 0)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
