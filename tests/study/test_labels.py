"""Label files come in, disagreements are listed and settled, proposals stay hidden, settled labels become a corpus."""

import csv
import io
import json
from pathlib import Path

import pytest

from firstmile.adapters.cli.main import main
from firstmile.study import database
from tests.study.test_funnel import store

OOM, KILLED = "Crash - CUDA Error - Out of Memory", "Crash - Process Killed"
GPU, CPU = "Hardware and Resource Limitations - GPU Memory Insufficiency", "Hardware and Resource Limitations - CPU Memory Limitation"


def write(path: Path, rows: list[tuple[str, str, str, str]]) -> str:
    """A label file."""
    path.write_text("item,symptom,root_cause,stage\n" + "".join(",".join(row) + "\n" for row in rows))
    return str(path)


def run(*arguments: object) -> int:
    """study labels ..."""
    return main(["study", "labels", *map(str, arguments)])


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Three items, two annotators: one agreed, one with two causes, one judged by A only."""
    path = tmp_path / "s.db"
    run("add", write(tmp_path / "a.csv", [("o/n#1", OOM, GPU, "Inference"), ("o/n#2", OOM, GPU, "Inference"), ("o/n#3", KILLED, CPU, "Inference")]),
        "--annotator", "A", "--db", path)
    run("add", write(tmp_path / "b.csv", [("o/n#1", OOM, GPU, "Inference"), ("https://github.com/o/n/issues/2", "S-B.3", CPU, "Inference")]),
        "--annotator", "B", "--db", path)
    return path


def test_agreement(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Agreement is per field and level: the symptoms differ from level 2 on, the causes only in their leaf."""
    capsys.readouterr()
    assert run("agreement", "--db", db, "--format", "json") == 0
    agreed = json.loads(capsys.readouterr().out)
    assert agreed["annotators"] == ["A", "B"]
    percent = {field: [row["percent_agreement"]["value"] for row in part["levels"]] for field, part in agreed["fields"].items()}
    assert percent == {"symptom": [1.0, 0.5, 0.5], "root_cause": [1.0, 0.5], "stage": [1.0]}
    assert agreed["disagreements"] == 2
    assert run("agreement", "--db", db) == 0
    assert "Krippendorff's alpha" in capsys.readouterr().out


def test_disagreements_and_adjudication(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A disagreement is listed with both words, then with the decision, who took it and why; --open leaves it out."""
    capsys.readouterr()
    run("disagreements", "--db", db)
    out = capsys.readouterr().out
    assert f"A: {OOM}" in out
    assert f"B: {KILLED}" in out
    assert out.count("not adjudicated") == 2
    assert run("adjudicate", "o/n#2", "symptom", OOM, "--by", "C", "--reason", "the log prints it", "--db", db) == 0
    run("disagreements", "--db", db)
    assert f"-> {OOM}, C: the log prints it" in capsys.readouterr().out
    run("disagreements", "--open", "--db", db)
    assert "symptom" not in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "word"), [
    (("o/n#9", "symptom", OOM, "--by", "C", "--reason", "r"), "nobody labelled"), (("o/n#2", "symptom", "What", "--by", "C", "--reason", "r"), "not a symptom"),
    (("o/n#2", "symptom", OOM), "--by and --reason"), (("2", "symptom", OOM, "--by", "C", "--reason", "r"), "not the link"),
])
def test_bad_adjudication(db: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], word: str) -> None:
    """A decision about nothing, without a known label, or without a name and a reason is refused."""
    assert run("adjudicate", *arguments, "--db", db) == 2
    assert word in capsys.readouterr().err


def test_adopted_labels_can_be_analysed(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Agreed and adjudicated items become records; the others are named and left out; analyze runs on them."""
    run("adjudicate", "o/n#2", "symptom", OOM, "--by", "C", "--reason", "r", "--db", db)
    run("adjudicate", "o/n#2", "root_cause", GPU, "--by", "C", "--reason", "r", "--db", db)
    capsys.readouterr()
    assert run("adopt", "--corpus", "mine", "--db", db) == 0
    out = capsys.readouterr().out
    assert "2 items adopted" in out
    assert "o/n#3  symptom: judged by 1 of 2" in out
    assert main(["study", "analyze", "--db", str(db), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["rq1"]["leaves"] == {OOM: 2}
    assert run("adopt", "--corpus", "mine", "--fewest", "1", "--db", db) == 0
    assert "3 items adopted" in capsys.readouterr().out


def test_proposals_wait_for_ones_own_judgement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The template carries no proposals, and a proposal is shown to an annotator only for items that they judged."""
    db = store(tmp_path / "s.db", [("o/n", 1, "CUDA out of memory error", "torch.OutOfMemoryError"), ("o/n", 2, "crash", "Killed, exit code -9")])
    assert main(["study", "funnel", "--db", str(db), "--propose"]) == 0
    capsys.readouterr()
    run("template", "--step", "keywords", "--db", db)
    template = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["item"] for row in template] == ["o/n#1", "o/n#2"]
    assert {row["symptom"] + row["root_cause"] + row["stage"] for row in template} == {""}
    run("proposals", "--annotator", "A", "--db", db)
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert "2 proposals are not shown" in err
    run("add", write(tmp_path / "a.csv", [("o/n#1", OOM, GPU, "Inference"), ("o/n#2", KILLED, "", "")]), "--annotator", "A", "--db", db)
    capsys.readouterr()
    run("proposals", "--annotator", "A", "--db", db)
    out, err = capsys.readouterr()
    assert [row["item"] for row in csv.DictReader(io.StringIO(out))] == ["o/n#1"]
    assert "1 proposals are not shown" in err


def test_adding_again_replaces(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An annotator's second file takes the place of the first."""
    run("add", write(tmp_path / "b2.csv", [("o/n#1", OOM, GPU, "Inference")]), "--annotator", "B", "--db", db)
    assert "in the place of 2" in capsys.readouterr().out
    with database.opened(str(db)) as connection:
        assert connection.execute("SELECT count(*) FROM annotations WHERE annotator = 'B'").fetchone() == (1,)


@pytest.mark.parametrize(("text", "word"), [
    ("item,symptom\no/n#1,Crash - Nothing\n", "not a symptom"), ("item,symptom\no/n#1,S-B.3\no/n#1,S-B.3\n", "stands twice"),
    ("item,symptom\no/n#1,\n", "holds no labels"), ("symptom\nS-B.3\n", "not the link"),
])
def test_bad_label_files(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, word: str) -> None:
    """Unknown labels, an item that stands twice, a file without labels or without items."""
    (tmp_path / "x.csv").write_text(text)
    assert run("add", tmp_path / "x.csv", "--annotator", "A", "--db", tmp_path / "s.db") == 2
    assert word in capsys.readouterr().err
    assert not (tmp_path / "s.db").exists()


def test_one_annotator_is_not_enough(tmp_path: Path) -> None:
    """Agreement of one is refused, and so is adopting labels that nobody confirmed."""
    run("add", write(tmp_path / "a.csv", [("o/n#1", OOM, GPU, "Inference")]), "--annotator", "A", "--db", tmp_path / "s.db")
    assert run("agreement", "--db", tmp_path / "s.db") == 2
    assert run("adopt", "--corpus", "x", "--db", tmp_path / "s.db") == 2


def test_the_three_contradicting_pairs(real_db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The data set's issues with two records, as two annotators: the root causes never agree, two of three symptoms do."""
    with database.opened(str(real_db)) as connection:
        rows = connection.execute(
            "SELECT repository || '#' || issue, idx, symptom, root_cause, stage FROM records WHERE (repository, issue) IN "
            "(SELECT (repository, issue) FROM records GROUP BY repository, issue HAVING count(*) > 1)").fetchall()
    for annotator in (1, 2):
        path = write(tmp_path / f"{annotator}.csv", [(item, *labels) for item, idx, *labels in rows if idx == annotator])
        assert run("add", path, "--annotator", annotator, "--db", tmp_path / "s.db") == 0
    capsys.readouterr()
    run("agreement", "--db", tmp_path / "s.db", "--format", "json")
    fields = json.loads(capsys.readouterr().out)["fields"]
    assert [row["percent_agreement"]["value"] for row in fields["root_cause"]["levels"]] == [0, 0]
    assert fields["symptom"]["levels"][2]["percent_agreement"]["value"] == pytest.approx(2 / 3, abs=0.001)
    assert fields["symptom"]["levels"][2]["items"] == 3
    assert fields["root_cause"]["levels"][0]["cohen_kappa"]["value"] <= 0
