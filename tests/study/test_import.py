"""Importing keeps every record, mends what is known to be misspelt, tells what is odd, and refuses the rest."""

import io
import json
import tarfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from firstmile.adapters.cli.main import main
from firstmile.errors import InputError
from firstmile.study import database, labels
from firstmile.study.importing import mapped, open_llm_failures, repositories, sources
from tests.study import lookalike


def run(*arguments: object) -> int:
    """The command, with paths as they come."""
    return main(["study", "import", *map(str, arguments)])


def rows(path: Path) -> list[tuple[object, ...]]:
    """All records of a database, without what differs between imports."""
    with database.opened(str(path)) as connection:
        return connection.execute(
            "SELECT record_id, url, status, symptom, root_cause, stage, series, model, architecture, file, position "
            "FROM records ORDER BY ALL"
        ).fetchall()


def test_folder(made_up: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every record comes in once, keyed by issue and index, and every oddity is printed."""
    db = tmp_path / "study.db"
    assert run("open-llm-failures", "--from", made_up, "--db", db, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["records"] == lookalike.RECORDS
    assert told["issues"] == lookalike.RECORDS - 1
    kinds = [anomaly["kind"] for anomaly in told["anomalies"]]
    assert kinds.count("contradicting labels") == 1
    assert kinds.count("label spelling") == 1
    assert kinds.count("folder name") == 2
    assert {"repository renamed", "totals", "no licence", "number is not the issue's"} <= set(kinds)
    stored = rows(db)
    assert len(stored) == lookalike.RECORDS
    assert {"QwenLM/Qwen#1035/1", "QwenLM/Qwen#1035/2"} <= {row[0] for row in stored}
    assert all(row[4] != lookalike.MISSPELT for row in stored)


def test_strict_makes_anomalies_a_finding(made_up: Path, tmp_path: Path) -> None:
    """--strict exits with 1 where something was odd; the records are kept all the same."""
    assert run("open-llm-failures", "--from", made_up, "--db", tmp_path / "s.db", "--strict") == 1
    assert len(rows(tmp_path / "s.db")) == lookalike.RECORDS


def test_importing_again_replaces(made_up: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second import takes the place of the first: no duplicates, and records that went away are gone."""
    db = tmp_path / "study.db"
    run("open-llm-failures", "--from", made_up, "--db", db)
    first = rows(db)
    run("open-llm-failures", "--from", made_up, "--db", db)
    assert rows(db) == first
    assert f"in the place of {lookalike.RECORDS} earlier records" in capsys.readouterr().out
    smaller = lookalike.write(tmp_path / "smaller")
    (smaller / "QwenLM/Qwen/Qwen.json").unlink()
    run("open-llm-failures", "--from", smaller, "--db", db)
    assert len(rows(db)) == lookalike.RECORDS - 80


def test_provenance(made_up: Path, tmp_path: Path) -> None:
    """Each record knows its file, place and original text; each file its hash."""
    db = tmp_path / "study.db"
    run("open-llm-failures", "--from", made_up, "--db", db)
    with database.opened(str(db)) as connection:
        raw, file, position = connection.execute(
            "SELECT raw, file, position FROM records WHERE record_id = 'QwenLM/Qwen#1035/2'").fetchone()
        files = connection.execute("SELECT path, length(sha256), records FROM import_files").fetchall()
    assert json.loads(raw) == json.loads((made_up / file).read_text("utf-8"))[position - 1]
    assert {path for path, _, _ in files} == set(lookalike.FILES)
    assert {length for _, length, _ in files} == {64}


@pytest.fixture
def server(made_up: Path):
    """A loopback server that redirects /repos/o/n/tarball to an archive, as GitHub does. Yields (url, its state)."""
    state = {"cut": 0, "status": 200, "paths": []}
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        archive.add(made_up, "PapersSubmit-Open-LLM-Failures-0123abc")
    body = buffer.getvalue()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state["paths"].append(self.path)
            if self.path.endswith("/tarball"):
                self.send_response(302 if state["status"] == 200 else state["status"])
                self.send_header("Location", "/archive.tar.gz")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) - state["cut"]])

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}", state
        http.shutdown()


def test_network_gives_the_same_rows(server, made_up: Path, tmp_path: Path) -> None:
    """From the repository's tarball come the same records as from a folder, with the commit as revision."""
    url, state = server
    assert run("open-llm-failures", "--api", url, "--db", tmp_path / "net.db") == 0
    run("open-llm-failures", "--from", made_up, "--db", tmp_path / "disk.db")
    assert rows(tmp_path / "net.db") == rows(tmp_path / "disk.db")
    assert state["paths"][0] == f"/repos/{open_llm_failures.REPOSITORY}/tarball"
    assert sources.tarball(open_llm_failures.REPOSITORY, url).revision == "0123abc"


@pytest.mark.parametrize(("fault", "word"), [({"cut": 500}, "--from"), ({"status": 404}, "404"), ({"status": 502}, "502")])
def test_network_faults(server, tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: dict[str, int], word: str) -> None:
    """A cut or refused download is one sentence, and no database is left behind."""
    url, state = server
    state.update(fault)
    assert run("open-llm-failures", "--api", url, "--db", tmp_path / "net.db") == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert word in err
    assert list(tmp_path.iterdir()) == []


def test_no_server(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a network the sentence says what to do instead."""
    assert run("open-llm-failures", "--api", "http://127.0.0.1:1", "--db", tmp_path / "s.db") == 2
    assert "use --from" in capsys.readouterr().err


@pytest.mark.parametrize(("change", "word"), [
    ({"SYMPTOM": "Crash - CUDA Error - Out of Memori"}, "did you mean 'Crash - CUDA Error - Out of Memory'"),
    ({"SYMPTOM": ""}, "symptom is missing"), ({"STAGE": "Pre-training"}, "not a stage"),
    ({"link": "https://example.org/1"}, "not the link"), ({"link": None}, "not the link"),
])
def test_bad_records(tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, object], word: str) -> None:
    """A label or link that cannot be read stops the import, names the record, and keeps nothing."""
    row = lookalike.rows()["QwenLM/Qwen/Qwen.json"][0] | change
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.json").write_text(json.dumps([row]))
    assert run("open-llm-failures", "--from", tmp_path / "data", "--db", tmp_path / "s.db") == 2
    err = capsys.readouterr().err
    assert "x.json, record 1" in err
    assert word in err
    assert not (tmp_path / "s.db").exists()


@pytest.mark.parametrize(("text", "word"), [
    (b'[{"link": "https://github.com/a/b/issues/1", ', "not whole JSON"), (b"\xff\xfe[", "not UTF-8"),
    (b'{"name": "package"}', "no file of"), (b"[1, 2]", "no file of"), (b"[" * 100_000, "x.json"),
])
def test_bad_files(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: bytes, word: str) -> None:
    """Broken JSON, another encoding, and JSON of another kind are each one sentence."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.json").write_bytes(text)
    assert run("open-llm-failures", "--from", tmp_path / "data", "--db", tmp_path / "s.db") == 2
    err = capsys.readouterr().err
    assert word in err
    assert err.count("\n") == 1


def test_missing_and_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there, is empty, or is a file."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    for name in ("none", "empty", "file"):
        assert run("open-llm-failures", "--from", tmp_path / name, "--db", tmp_path / "s.db") == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_csv_and_jsonl(tmp_path: Path) -> None:
    """The same labels come in from CSV with a mapping and from JSON lines with the usual names; codes are labels, too."""
    symptom, cause = "Crash - CUDA Error - Out of Memory", "Hardware and Resource Limitations - GPU Memory Insufficiency"
    (tmp_path / "a.csv").write_text(
        f'Link,What,Why,When\nhttps://github.com/o/n/issues/3,{symptom},{cause},Inference\n'
        f"https://github.com/o/n/issues/4,S-B.1.1,R-G.1,fine-tuning\n")
    (tmp_path / "b.jsonl").write_text("\n".join(json.dumps(row) for row in (
        {"url": "https://github.com/o/n/issues/3", "gold_symptom": symptom, "gold_root_cause": cause, "gold_stage": "Inference"},
        {"url": "https://github.com/o/n/issues/4", "gold_symptom": symptom, "gold_root_cause": cause, "gold_stage": "Fine-tuning"},
    )))
    columns = ["--map", "url=Link", "--map", "symptom=What", "--map", "root_cause=Why", "--map", "stage=When"]
    assert run(tmp_path / "a.csv", *columns, "--db", tmp_path / "a.db") == 0
    assert run(tmp_path / "b.jsonl", "--db", tmp_path / "b.db") == 0
    assert [row[:8] for row in rows(tmp_path / "a.db")] == [row[:8] for row in rows(tmp_path / "b.db")]


def test_two_labels_of_one_issue(tmp_path: Path) -> None:
    """' || ' parts labels: two causes make two records of the issue, with the shared fields in both."""
    row = {"url": "https://github.com/o/n/issues/3", "symptom": "S-D.1", "root_cause": "R-G.1 || R-G.2", "stage": "Inference"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    read = mapped.read(str(tmp_path / "a.jsonl"), {})
    assert [record.id for record in read.records] == ["o/n#3/1", "o/n#3/2"]
    assert len({record.symptom for record in read.records}) == 1
    assert len({record.root_cause for record in read.records}) == 2


@pytest.mark.parametrize(("name", "text", "options", "word"), [
    ("a.csv", "x,y\n1,2\n", [], "no column for url"), ("a.csv", "url\n1,2\n", [], "as many fields"),
    ("a.jsonl", "{", [], "line 1"), ("a.jsonl", "[]", [], "not a JSON object"), ("a.txt", "x", [], "must end in"),
    ("a.csv", "url,symptom\n", [], "no records"), ("a.jsonl", '{"url": 1}', ["--map", "link=url"], "not FIELD=COLUMN"),
    ("a.jsonl", '{"url": 1}', ["--map", "url=Url"], "no column 'Url'"),
])
def test_bad_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, options: list[str], word: str) -> None:
    """What cannot be read as a table of labels is one sentence."""
    (tmp_path / name).write_text(text)
    assert run(tmp_path / name, *options, "--db", tmp_path / "s.db") == 2
    err = capsys.readouterr().err
    assert word in err
    assert err.count("\n") == 1


def test_labels() -> None:
    """Blanks and case are mended and told, codes are read, a full path stays as it is."""
    assert labels.read("symptom", "Crash - Process Killed", "x") == ("Crash - Process Killed", "")
    assert labels.read("symptom", "S-B.3", "x") == ("Crash - Process Killed", "")
    assert labels.read("symptom", "crash -  process killed ", "x").label == "Crash - Process Killed"
    assert labels.read("symptom", "crash -  process killed ", "x").mended
    assert labels.read("root_cause", lookalike.MISSPELT, "x").mended
    with pytest.raises(InputError):
        labels.read("symptom", "Crash - Process", "x")
    assert labels.read("symptom", "Crash - Process", "x", any_label=True).label == "Crash - Process"


def test_links() -> None:
    """Issues, pull requests and discussions are read; other links are not."""
    assert repositories.parse("https://github.com/a/b.c/issues/12#issuecomment-1", "x") == ("a/b.c", 12)
    assert repositories.parse("http://www.github.com/a/b/pull/2/files", "x") == ("a/b", 2)
    for link in ("https://github.com/a/b/issues/", "https://github.com/a/b", "x", 3):
        with pytest.raises(InputError):
            repositories.parse(link, "x")


def test_real_data(real_db: Path) -> None:
    """The public data set: 706 records of 703 issues, three of them with contradicting labels, one label misspelt."""
    with database.opened(str(real_db)) as connection:
        assert connection.execute("SELECT count(*), count(DISTINCT (repository, issue)) FROM records").fetchone() == (706, 703)
        kinds = dict(connection.execute("SELECT kind, count(*) FROM anomalies GROUP BY 1").fetchall())
    assert kinds["contradicting labels"] == 3
    assert kinds["label spelling"] == 1
    assert kinds["folder name"] == 5
    assert kinds["no licence"] == 1
