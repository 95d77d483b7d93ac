"""Collecting from a real HTTP server: complete, incremental, patient with faults, and safe to kill at any moment."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firstmile.adapters.cli.main import main
from firstmile.errors import InputError
from firstmile.study import database
from firstmile.study.collecting import token, walk
from firstmile.study.collecting.client import Client
from tests.study.github_server import GitHub, serving, stamp


@pytest.fixture(autouse=True)
def _no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "GH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(token.shutil, "which", lambda _: None)


@pytest.fixture
def github():
    """A stand-in with 250 issues and 333 comments."""
    with serving(GitHub()) as server:
        server.fill(250, 333)
        yield server


def collect(github: GitHub, db: Path, *more: str) -> int:
    """The command, quietly."""
    return main(["study", "collect", "o/n", "--api", github.url, "--db", str(db), "-q", *more])


def rows(db: Path) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """All issues and comments."""
    with database.opened(str(db)) as connection:
        issues = connection.execute("SELECT * FROM issues ORDER BY ALL").fetchall()
        return issues, connection.execute("SELECT * FROM comments ORDER BY ALL").fetchall()


def direct(github: GitHub, db: Path, waits: list[float], **more: float) -> list[walk.Walked]:
    """A collection whose waits are written down instead of slept through."""
    client = Client(github.url, None, lambda _: None, sleep=waits.append, **more)
    with database.opened(str(db), write=True, create=True) as connection:
        kept, today = walk.repository(connection, client, "o/n")
        done = [walk.walk(connection, client, kept, today, kind, lambda *_: None) for kind in walk.KINDS]
    client.close()
    return done


def test_everything_comes_in(github: GitHub, tmp_path: Path) -> None:
    """All issues and comments, each once, with their text; pull requests and their comments are not issues."""
    github.add_issue(900, 5, pull_request={"url": "x"})
    github.add_comment(99_999, 900, 5, html_url="https://github.com/o/n/pull/900#issuecomment-99999")
    assert collect(github, tmp_path / "s.db") == 0
    issues, comments = rows(tmp_path / "s.db")
    assert [row[1] for row in issues] == list(range(1, 251))
    assert {row[2] for row in comments} == set(github.comments) - {99_999}
    assert issues[0][4] == "It fails. 报错 1"
    assert issues[0][6] == '["bug"]'


def test_more_than_a_page_in_one_second(tmp_path: Path) -> None:
    """When a bot touches hundreds of issues in one second, the server's own pages are followed and all come in."""
    with serving(GitHub(page=10)) as github:
        for n in range(1, 48):
            github.add_issue(n, 7)
        for n in range(48, 60):
            github.add_issue(n, 8)
        assert collect(github, tmp_path / "s.db") == 0
    assert len(rows(tmp_path / "s.db")[0]) == 59


def test_only_what_changed(github: GitHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run costs three requests and is answered "not modified"; a changed issue and a new comment come in alone."""
    collect(github, tmp_path / "s.db")
    github.asked.clear()
    capsys.readouterr()
    assert collect(github, tmp_path / "s.db") == 0
    assert [status for _, _, status in github.asked] == [200, 304, 304]
    assert capsys.readouterr().out.count("(not modified)") == 2
    github.add_issue(17, 5000, title="Solved", state="closed", closed_at=stamp(5000))
    github.add_comment(90_005, 17, 5001, body="edited")
    github.add_comment(95_000, 17, 5002)
    assert collect(github, tmp_path / "s.db") == 0
    out = capsys.readouterr().out
    assert "o/n: 1 issues new or changed" in out
    assert "o/n: 2 comments new or changed" in out
    issues, comments = rows(tmp_path / "s.db")
    assert (len(issues), len(comments)) == (250, 334)
    assert next(row for row in issues if row[1] == 17)[3] == "Solved"


def test_an_issue_that_changes_meanwhile(tmp_path: Path) -> None:
    """While pages are read, issues change and move to the end: none is missed, and the last version is kept."""
    with serving(GitHub(page=10)) as github:
        github.fill(100, 0)
        listing, calls = github.listing, []

        def moving(kind: str, query: dict[str, str]):
            page = listing(kind, query)
            calls.append(kind)
            if kind == "issues" and len(calls) < 40:  # what was just read changes, so that all that follows moves up
                for row in page[0][:3]:
                    github.add_issue(row["number"], 1000 + len(calls), title="changed")
            return page

        github.listing = moving
        assert collect(github, tmp_path / "s.db") == 0
        assert [row[1] for row in rows(tmp_path / "s.db")[0]] == list(range(1, 101))
        github.listing = listing  # what changed after the last request is the next run's
        assert collect(github, tmp_path / "s.db") == 0
    assert [row[1] for row in rows(tmp_path / "s.db")[0]] == list(range(1, 101))
    stored = {row[1]: (row[3], row[9]) for row in rows(tmp_path / "s.db")[0]}
    assert stored == {n: (issue["title"], issue["updated_at"]) for n, issue in github.issues.items()}


def test_a_renamed_repository(github: GitHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After a rename, old and new name lead to the same rows under the name they were first asked for."""
    collect(github, tmp_path / "s.db")
    before = rows(tmp_path / "s.db")
    github.names["o/new"], github.today[11] = 11, "o/new"
    assert main(["study", "collect", "o/n", "--api", github.url, "--db", str(tmp_path / "s.db")]) == 0
    assert "o/n is called o/new today" in capsys.readouterr().err
    assert main(["study", "collect", "o/new", "--api", github.url, "--db", str(tmp_path / "s.db"), "-q"]) == 0
    assert rows(tmp_path / "s.db") == before


def test_another_repository_under_an_old_name(github: GitHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If a name comes to belong to another repository, its issues are not mixed with the earlier one's."""
    collect(github, tmp_path / "s.db")
    github.names["o/n"], github.today[12] = 12, "o/n"
    assert collect(github, tmp_path / "s.db") == 2
    assert "another repository" in capsys.readouterr().err


@pytest.mark.parametrize("fault", ["502", "cut", "drop", "limit", "secondary", "page"])
def test_faults_are_outlived(github: GitHub, tmp_path: Path, fault: str) -> None:
    """A bad gateway, a cut or dropped connection, a limit, a page that is no JSON: waited out, and nothing is missing."""
    github.faults = [fault, "", fault, fault, "", fault]
    waits: list[float] = []
    direct(github, tmp_path / "s.db", waits)
    assert len(waits) == 4
    assert len(rows(tmp_path / "s.db")[0]) == 250
    assert len(rows(tmp_path / "s.db")[1]) == 333


def test_waits_are_as_long_as_asked(github: GitHub, tmp_path: Path) -> None:
    """A rate limit is waited for until its reset; beyond the longest wait the sentence says to come back, and rows are kept."""
    github.faults = ["", "", "far limit"]
    waits: list[float] = []
    with pytest.raises(InputError, match="run the same command later"):
        direct(github, tmp_path / "s.db", waits, longest_wait=3700)
    assert waits == []
    assert 0 < len(rows(tmp_path / "s.db")[0]) < 250
    github.faults = ["far limit"]
    direct(github, tmp_path / "s.db", waits, longest_wait=10_000)
    assert 8990 < waits[0] < 9003
    assert len(rows(tmp_path / "s.db")[0]) == 250


def test_waits_are_shown(github: GitHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever waits is told why and how long, and how far it has come."""
    github.faults = ["limit"]
    assert main(["study", "collect", "o/n", "--api", github.url, "--db", str(tmp_path / "s.db")]) == 0
    err = capsys.readouterr().err
    assert "the rate limit is used up: waiting 1 s" in err
    assert "no token" in err
    assert "o/n: 250 issues, up to " in err


@pytest.mark.parametrize(("fault", "word"), [("401", "refuses the token"), ("403", "forbids"), ("other", "does not answer as GitHub")])
def test_hopeless_answers(github: GitHub, tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: str, word: str) -> None:
    """A refused token, a forbidden repository, a server that is not GitHub: one sentence, at once."""
    github.faults = [fault]
    assert collect(github, tmp_path / "s.db") == 2
    err = capsys.readouterr().err
    assert word in err
    assert err.count("\n") == 1
    assert len(github.asked) == 1


def test_no_use_to_go_on(github: GitHub, tmp_path: Path) -> None:
    """A server that fails eight times in a row is given up; what came before is kept, and the next run completes it."""
    github.faults = ["", "", *["502"] * 8]
    with pytest.raises(InputError, match="failed 8 times in a row"):
        direct(github, tmp_path / "s.db", [])
    assert 0 < len(rows(tmp_path / "s.db")[0]) < 250
    assert collect(github, tmp_path / "s.db") == 0
    assert len(rows(tmp_path / "s.db")[0]) == 250


def test_unknown_repository_and_bad_names(github: GitHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A repository that is not there, and a name that is none."""
    assert main(["study", "collect", "o/none", "--api", github.url, "--db", str(tmp_path / "s.db"), "-q"]) == 2
    assert "no public repository o/none" in capsys.readouterr().err
    assert main(["study", "collect", "../x", "--db", str(tmp_path / "s.db")]) == 2
    assert main(["study", "collect", "justname", "--db", str(tmp_path / "s.db")]) == 2


def test_awkward_text(github: GitHub, tmp_path: Path) -> None:
    """Half a surrogate pair, a NUL, a missing body, a ghost author: stored as far as they can be."""
    github.add_issue(400, 9000, title="half \ud83d pair", body=None, user=None)
    github.add_issue(401, 9001, body="a\x00b")
    assert collect(github, tmp_path / "s.db") == 0
    stored = {row[1]: row for row in rows(tmp_path / "s.db")[0]}
    assert stored[400][3].startswith("half ")
    assert stored[400][4] == ""
    assert stored[400][7] is None
    assert stored[401][4] == "a\x00b"


def test_the_token_goes_to_the_api_only(github: GitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """The token is sent to the API; a next page on another host is not followed."""
    monkeypatch.setenv("GITHUB_TOKEN", "ghp_secret")
    with serving(GitHub()) as other:
        real = github.listing
        github.page = 10
        github.url, own = other.url, github.url  # so that its "next" links lead to the other server
        github.listing = lambda kind, query: ([{**row, "updated_at": stamp(1)} for row in real(kind, query)[0]], True)
        client = Client(own, "ghp_secret", lambda _: None)
        answer = client.get(f"{own}/repos/o/n/issues?per_page=10")
        client.close()
        assert answer.next_url is None
        assert other.asked == []
    assert github.asked[0][1]["Authorization"] == "Bearer ghp_secret"


def test_token_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The environment first, then gh; a gh that fails is no token."""
    gh = tmp_path / "gh"
    gh.write_text("#!/bin/sh\necho from-gh\n")
    gh.chmod(0o755)
    monkeypatch.setattr(token.shutil, "which", lambda _: str(gh))
    assert token.find() == "from-gh"
    monkeypatch.setenv("GH_TOKEN", "from-environment")
    assert token.find() == "from-environment"
    monkeypatch.delenv("GH_TOKEN")
    gh.write_text("#!/bin/sh\nexit 1\n")
    assert token.find() is None


def command(github: GitHub, db: Path) -> list[str]:
    """The command as a process of its own."""
    return [sys.executable, "-m", "firstmile", "study", "collect", "o/n", "--api", github.url, "--db", str(db), "-q"]


def test_killed_fifty_times(tmp_path: Path) -> None:
    """Killed at 50 random moments amid faults, the rows are in the end those of an undisturbed run."""
    with serving(GitHub(page=5)) as github:
        github.fill(500, 700)
        collect(github, tmp_path / "whole.db")
        github.delay, github.chance = 0.02, 0.02
        rng, db, unfinished = random.Random(8), tmp_path / "killed.db", 0
        environment = {**os.environ, "PATH": os.defpath}
        for _ in range(50):
            seen = len(github.asked)
            process = subprocess.Popen(command(github, db), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
            # The moment counts from the first request on: before it there is little to disturb.
            while len(github.asked) == seen and process.poll() is None:
                time.sleep(0.005)
            time.sleep(rng.uniform(0, 0.3))
            unfinished += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
        github.delay, github.chance = 0.0, 0.0
        assert subprocess.run(command(github, db), check=False, stdout=subprocess.DEVNULL, env=environment).returncode == 0
    assert unfinished >= 40
    assert rows(db) == rows(tmp_path / "whole.db")
    assert len(rows(db)[0]) == 500
    assert len(rows(db)[1]) == 700


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C keeps what was fetched, says so in one line, and exits with 130."""
    with serving(GitHub(page=5)) as github:
        github.fill(300, 0)
        github.delay = 0.05
        process = subprocess.Popen(command(github, tmp_path / "s.db"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        while len(github.asked) < 8:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err == "firstmile: interrupted; what was fetched is kept, the same command goes on from there.\n"
    assert len(rows(tmp_path / "s.db")[0]) >= 5
