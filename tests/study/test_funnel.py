"""The funnel keeps every drop with its reason; its counts follow from the decisions and from nothing else."""

import csv
import io
import json
from pathlib import Path

import pytest

from firstmile.adapters.cli.main import main
from firstmile.errors import InputError
from firstmile.study import database, funnel, near_duplicates

ISSUES = [
    ("o/n", 1, "CUDA error when I load the model", "Traceback ..."), ("o/n", 2, "Please add a license", "thanks"),
    ("o/n", 3, "加载模型报错", "运行之后显存不足"), ("o/n", 4, "Training from scratch crashes", "pre-training on 512 GPUs"),
    ("o/n", 5, "Failed to load", "the same as #1"), ("o/m", 1, "How do I cite this?", "terror is not a keyword"),
]


def store(path: Path, rows: list[tuple[str, int, str, str]]) -> Path:
    """A database with collected issues."""
    with database.opened(str(path), write=True, create=True) as connection:
        database.insert(connection, "issues", [
            (repository, number, f"https://github.com/{repository}/issues/{number}", title, body, "closed", "[]", "someone",
             "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", None, 0)
            for repository, number, title, body in rows
        ])
    return path


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Six collected issues."""
    return store(tmp_path / "s.db", ISSUES)


def counts(db: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    """The funnel as JSON."""
    capsys.readouterr()
    assert main(["study", "funnel", "--db", str(db), "--format", "json", *options]) == 0
    return json.loads(capsys.readouterr().out)


def decide(tmp_path: Path, rows: list[dict[str, object]]) -> str:
    """A file of decisions."""
    path = tmp_path / "decisions.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return str(path)


def test_steps_and_reasons(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Keywords in two languages, then people's decisions; each step counts what came in, was kept, and fell to which reason."""
    counted = counts(db, capsys, "--decisions", decide(tmp_path, [
        {"issue": "o/n#1", "step": "screen", "keep": "yes", "by": "A"},
        {"issue": "https://github.com/o/n/issues/3", "step": "screen", "keep": True, "by": "A"},
        {"issue": "o/n#4", "step": "screen", "keep": "no", "reason": "out of scope", "detail": "pre-training", "by": "B"},
        {"issue": "o/n#1", "step": "confirm", "keep": "yes", "by": "A"},
        {"issue": "o/n#3", "step": "confirm", "keep": "no", "reason": "unconfirmed", "by": "A"},
    ]))
    keywords, screen, confirm = counted["steps"]
    assert counted["collected"] == 6
    assert (keywords["in"], keywords["kept"], keywords["dropped"]) == (6, 4, {"no failure keyword": 2})
    assert (screen["in"], screen["kept"], screen["dropped"], screen["undecided"]) == (4, 2, {"out of scope": 1}, 1)
    assert (confirm["in"], confirm["kept"], confirm["dropped"], confirm["undecided"]) == (2, 1, {"unconfirmed": 1}, 0)
    assert [counted["collected_published"], *(step["published"] for step in counted["steps"])] == [5302, 2176, 1180, 705]


def test_a_later_decision_counts(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who changes their mind is counted once, with the last decision."""
    counts(db, capsys, "--decisions", decide(tmp_path, [{"issue": "o/n#1", "step": "screen", "keep": "yes", "by": "A"}]))
    counted = counts(db, capsys, "--decisions", decide(tmp_path, [
        {"issue": "o/n#1", "step": "screen", "keep": "no", "reason": "duplicate", "by": "A"}]))
    assert counted["steps"][1]["dropped"] == {"duplicate": 1}
    assert counted["steps"][1]["kept"] == 0


def test_own_keywords(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another list of keywords decides the first step anew, holds for later runs, and can be given up for ours."""
    (tmp_path / "words.txt").write_text("# mine\ncite # a comment\n")
    assert counts(db, capsys, "--keywords", str(tmp_path / "words.txt"))["steps"][0]["kept"] == 1
    assert counts(db, capsys)["steps"][0]["kept"] == 1
    assert counts(db, capsys, "--keywords", "default")["steps"][0]["kept"] == 4


def test_list_says_who_and_why(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--list prints each decision with its reason, the word that was found, and who decided."""
    assert main(["study", "funnel", "--db", str(db), "--list", "keywords"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 6
    by_issue = {row["issue"]: row for row in rows}
    assert by_issue["o/n#2"]["reason"] == "no failure keyword"
    assert by_issue["o/n#1"]["detail"] == "error"
    assert by_issue["o/n#3"]["detail"] == "报错"
    assert by_issue["o/n#1"]["by"].startswith("keyword list ")


@pytest.mark.parametrize(("row", "word"), [
    ({"issue": "o/n#1", "step": "keywords", "keep": "no", "by": "A"}, "none that people decide"),
    ({"issue": "o/n#1", "step": "screen", "keep": "maybe", "by": "A"}, "yes or no"),
    ({"issue": "o/n#1", "step": "screen", "keep": "no", "by": "A"}, "needs a reason"),
    ({"issue": "o/n#1", "step": "screen", "keep": "no", "reason": "unconfirmed", "by": "A"}, "needs a reason"),
    ({"issue": "o/n#1", "step": "screen", "keep": "yes"}, "who decided"),
    ({"issue": "o/n#99", "step": "screen", "keep": "yes", "by": "A"}, "never collected"),
    ({"issue": "what", "step": "screen", "keep": "yes", "by": "A"}, "not the link"),
])
def test_bad_decisions(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], row: dict[str, object], word: str) -> None:
    """A decision that cannot be followed is refused in one sentence, and no decision of the file is kept."""
    good = {"issue": "o/n#1", "step": "screen", "keep": "yes", "by": "A"}
    assert main(["study", "funnel", "--db", str(db), "--decisions", decide(tmp_path, [good, row])]) == 2
    err = capsys.readouterr().err
    assert word in err
    assert err.count("\n") == 1
    assert counts(db, capsys)["steps"][1]["kept"] == 0


def test_text(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The text names each step, its reasons, the paper's counts and what is still to decide."""
    assert main(["study", "funnel", "--db", str(db)]) == 0
    out = capsys.readouterr().out
    assert "5,302" in out
    assert "no failure keyword 2" in out
    assert "4 to decide: a failure by title and description" in out


def test_near_duplicates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two reports that differ in addresses, numbers and a word are found; others are not; a short text never is."""
    text = ("RuntimeError: CUDA error: device-side assert triggered while generating with the chat model, see the traceback below, "
            "File /home/{0}/model.py line {1} in forward at 0x{2}, what can I do about it and which version is meant to work")
    other = "The tokenizer adds a second beginning of sentence token, which makes every answer wrong; the template does it as well, see both outputs"
    db = store(tmp_path / "s.db", [
        ("o/n", 1, "Error in generation", text.format("ann", 12, "7f00")), ("o/n", 2, "Error in generation", text.format("bob", 99, "aa01")),
        ("o/n", 3, "Wrong answers", other), ("o/n", 4, "error", ""), ("o/n", 5, "error", ""),
    ])
    assert main(["study", "funnel", "--db", str(db), "--near-duplicates"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["issue"], row["like"]) for row in rows] == [("o/n#1", "o/n#2")]
    assert float(rows[0]["overlap"]) > 0.9


def test_minhash_finds_what_comparing_all_finds() -> None:
    """On made-up texts the pairs are those of a comparison of every text with every other."""
    import random
    rng = random.Random(2)
    words = [f"{a}{b}{c}" for a in "kmt" for b in "aeo" for c in ("lin", "ron", "sta", "vex")]
    texts = []
    for n in range(40):
        body = [rng.choice(words) for _ in range(60)]
        texts.append((f"{n}", " ".join(body)))
        if n % 4 == 0:
            body[rng.randrange(60)] = "changed"
            texts.append((f"{n}b", " ".join(body)))
    found = {(pair.first, pair.second) for pair in near_duplicates.find(texts, 0.8)}
    every = {key: near_duplicates.shingles(text) for key, text in texts}
    wanted = {
        (a, b) for i, (a, _) in enumerate(texts) for b, _ in texts[i + 1:]
        if len(every[a] & every[b]) / len(every[a] | every[b]) >= 0.8
    }
    assert wanted
    assert found == wanted


def test_proposals_are_marked(db: Path) -> None:
    """diagnose proposes for each candidate, with its name on it; nothing becomes a label by that."""
    assert main(["study", "funnel", "--db", str(db), "--propose"]) == 0
    with database.opened(str(db)) as connection:
        rows = connection.execute("SELECT repository, number, symptom, proposed_by FROM proposals").fetchall()
        assert connection.execute("SELECT (SELECT count(*) FROM annotations), (SELECT count(*) FROM records)").fetchone() == (0, 0)
    assert {(row[0], row[1]) for row in rows} == {("o/n", 1), ("o/n", 3), ("o/n", 4), ("o/n", 5)}
    assert all(row[3].startswith("firstmile diagnose ") for row in rows)


def test_keyword_files(tmp_path: Path) -> None:
    """A list that is empty, absent or no text is refused."""
    (tmp_path / "empty").write_text("# nothing\n")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    for name in ("empty", "binary", "absent"):
        with pytest.raises(InputError):
            funnel.read_keywords(str(tmp_path / name))
