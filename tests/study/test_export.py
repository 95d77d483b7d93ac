"""An export holds every record in each format, says what it is and what may be done with it, and can be checked."""

import csv
import json
from pathlib import Path

import duckdb
import pytest

from firstmile.adapters.cli.main import main
from firstmile.study import export
from tests.study import lookalike
from tests.study.test_analyze import corpus


@pytest.fixture
def exported(made_up_db: Path, tmp_path: Path) -> Path:
    """An export of the made-up data set in all formats."""
    assert main(["study", "export", "--db", str(made_up_db), "--out", str(tmp_path / "out")]) == 0
    return tmp_path / "out"


def test_formats_hold_the_same(exported: Path) -> None:
    """Parquet, CSV and JSON lines hold the same records in the same order, with the fields of the schema."""
    names = [name for name, _, _ in export.FIELDS]
    with duckdb.connect() as connection:
        rows = connection.execute("SELECT * FROM read_parquet(?)", [str(exported / "records.parquet")]).fetchall()
    as_text = [["" if value is None else str(value) for value in row] for row in rows]
    with open(exported / "records.csv", newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))
    assert lines[0] == names
    assert lines[1:] == as_text
    objects = [json.loads(line) for line in (exported / "records.jsonl").read_text("utf-8").splitlines()]
    assert [list(one.values()) for one in objects] == [list(row) for row in rows]
    assert len(rows) == lookalike.RECORDS
    assert [field["name"] for field in json.loads((exported / "schema.json").read_text())["fields"]] == names
    assert [(one["repository"], one["issue"], one["idx"]) for one in objects] == sorted((one["repository"], one["issue"], one["idx"]) for one in objects)
    assert all(one["symptom_code"].startswith("S-") and one["root_cause_code"].startswith("R-") for one in objects)


def test_an_export_can_be_imported_again(exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON lines make the same counts when they are imported elsewhere."""
    assert main(["study", "import", str(exported / "records.jsonl"), "--db", str(tmp_path / "again.db")]) == 0
    capsys.readouterr()
    assert main(["study", "analyze", "--db", str(tmp_path / "again.db"), "--format", "json"]) == 0
    leaves = json.loads(capsys.readouterr().out)["rq1"]["leaves"]
    rows = [row["SYMPTOM"] for records in lookalike.rows().values() for row in records]
    assert leaves == {label: rows.count(label) for label in set(rows)}


def test_papers(exported: Path) -> None:
    """The datasheet tells source, size and oddities; the licence notes say that the public data has no licence."""
    sheet = (exported / "DATASHEET.md").read_text("utf-8")
    assert f"{lookalike.RECORDS} records of {lookalike.RECORDS - 1} issues" in sheet
    assert "contradicting labels: QwenLM/Qwen#1035" in sheet
    assert "no permission to pass" in (exported / "LICENCE-NOTES.md").read_text("utf-8")


def test_other_corpora_are_not_said_to_be_the_study(tmp_path: Path) -> None:
    """For somebody's own labels the notes say that their terms decide; a label outside the taxonomy has no code."""
    db = corpus(tmp_path, [("A", "S-B.3", "R-G.2", "Inference")])
    assert main(["study", "export", "--db", str(db), "--out", str(tmp_path / "out"), "--formats", "jsonl"]) == 0
    assert "Open-LLM-Failures" not in (tmp_path / "out" / "LICENCE-NOTES.md").read_text("utf-8")
    assert not (tmp_path / "out" / "records.csv").exists()
    own = tmp_path / "own.jsonl"
    own.write_text(json.dumps({"url": "https://github.com/o/n/issues/1", "symptom": "My own", "root_cause": "Mine", "stage": "Test"}))
    assert main(["study", "import", str(own), "--any-labels", "--db", str(tmp_path / "own.db")]) == 0
    assert main(["study", "export", "--db", str(tmp_path / "own.db"), "--out", str(tmp_path / "o2"), "--formats", "jsonl"]) == 0
    assert json.loads((tmp_path / "o2" / "records.jsonl").read_text())["symptom_code"] is None


def test_hashes(exported: Path, made_up_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file is in the list of hashes; a changed or missing one is found; an unfinished export is refused."""
    arguments = ["study", "export", "--db", str(made_up_db), "--out", str(exported), "--verify"]
    listed = {line.split("  ")[1] for line in (exported / "SHA256SUMS").read_text().splitlines()}
    assert listed == {path.name for path in exported.iterdir()} - {"SHA256SUMS", ".firstmile"}
    assert main(arguments) == 0
    with open(exported / "records.csv", "a") as file:
        file.write("x")
    (exported / "schema.json").unlink()
    capsys.readouterr()
    assert main(arguments) == 1
    assert capsys.readouterr().out == "differs: records.csv\ndiffers: schema.json\n"
    (exported / "SHA256SUMS").unlink()
    assert main(arguments) == 2


def test_same_data_same_export(exported: Path, made_up_db: Path, tmp_path: Path) -> None:
    """Two exports of one database are alike to the byte."""
    assert main(["study", "export", "--db", str(made_up_db), "--out", str(tmp_path / "again")]) == 0
    assert (tmp_path / "again" / "SHA256SUMS").read_text() == (exported / "SHA256SUMS").read_text()


def test_bad_formats_and_folders(made_up_db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown format and a folder with other people's files are refused."""
    assert main(["study", "export", "--db", str(made_up_db), "--out", str(tmp_path / "x"), "--formats", "xls"]) == 2
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "SHA256SUMS").write_text("theirs")
    assert main(["study", "export", "--db", str(made_up_db), "--out", str(tmp_path / "theirs")]) == 2
    assert (tmp_path / "theirs" / "SHA256SUMS").read_text() == "theirs"
    assert capsys.readouterr().err.count("\n") == 2
