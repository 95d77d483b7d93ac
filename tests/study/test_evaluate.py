"""Evaluation: right and wrong are told apart, floors see nothing they are measured on, and memory is never called skill."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from firstmile.adapters.cli.main import main
from firstmile.study.evaluation import cases as reading
from firstmile.study.evaluation import document, floors, measures, seen
from firstmile.study.evaluation.answers import Answer
from firstmile.study.evaluation.cases import Case

OOM, KILLED = "Crash - CUDA Error - Out of Memory", "Crash - Process Killed"
GPU, CPU = "Hardware and Resource Limitations - GPU Memory Insufficiency", "Hardware and Resource Limitations - CPU Memory Limitation"


def case(n: int, *, symptom: tuple[str, ...] = (OOM,), cause: tuple[str, ...] = (GPU,), report: str = "text") -> Case:
    """A case with what matters to a test."""
    return Case(f"made/up#{n}", "", f"title {n}", report, "en", symptom, cause, ("Inference",))


def answer(symptom: str, cause: str, confidence: float) -> Answer:
    """An answer with one label each."""
    return Answer(((symptom, 1.0),), ((cause, confidence),), (("Inference", 1.0),), True)


def made_up(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Invented reports of two kinds, told with many different words."""
    rng = random.Random(seed)
    words = [a + b + c for a in "bdkmpt" for b in ("a", "io", "u") for c in ("ner", "lit", "sov", "gam")]
    rows = []
    for n in range(count):
        gpu = n % 2 == 0
        line = f"torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate {n}.00 MiB" if gpu else f"Killed\nexit code -9 after {n} s"
        rows.append({
            "id": f"made/up#{n}", "title": "It stops", "report": " ".join(rng.choices(words, k=40)) + "\n" + line, "lang": "en" if n % 3 else "zh",
            "symptom": OOM if gpu else KILLED, "root_cause": GPU if gpu else CPU, "stage": "Inference" if n % 5 else "Fine-tuning",
        })
    return rows


def store(path: Path, rows: list[dict[str, Any]]) -> Path:
    """A file of cases."""
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def run(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    """The evaluation as JSON."""
    capsys.readouterr()
    assert main(["study", "evaluate", str(path), "--format", "json", *options]) == 0
    return json.loads(capsys.readouterr().out)


def test_right_and_wrong() -> None:
    """A group is right where a leaf is not; any of several right labels counts; an empty answer is wrong."""
    cases = [case(1), case(2, symptom=(KILLED, OOM)), case(3, symptom=("Hang - Generation Process Stuck",)), case(4)]
    said = [answer(KILLED, CPU, 0.9), answer(OOM, GPU, 0.9), answer(OOM, GPU, 0.9), Answer((), (), (), False)]
    by_name = {measure.name: measures.hits(cases, said, measure).tolist() for measure in measures.MEASURES}
    assert by_name["symptom group @1"] == [1, 1, 0, 0]
    assert by_name["symptom leaf @1"] == [0, 1, 0, 0]
    assert by_name["root-cause group @1"] == [1, 1, 1, 0]
    assert by_name["root-cause leaf @1"] == [0, 1, 1, 0]


def test_a_groups_confidence_is_that_of_its_leaves() -> None:
    """Two leaves of one group together outrank a single leaf of another."""
    ranked = measures.ranked_at(Answer((), ((OOM, 0.4), (GPU, 0.35), (CPU, 0.25)), (), True), "root_cause", 1)
    assert ranked[0] == ("Hardware and Resource Limitations", 0.6)


def test_calibration() -> None:
    """Of ten answers said with 0.85, eight right: right where sure is 0.8 and the error is 0.05."""
    cases = [case(n) for n in range(10)]
    other = "Model Corruption Issues - Checkpoint Corruption"
    found = measures.calibration(cases, [answer(OOM, GPU if n < 8 else other, 0.85) for n in range(10)])
    assert found["right_where_sure"] == pytest.approx(0.8)
    assert found["expected_calibration_error"] == pytest.approx(0.05)
    assert found["bins"][0]["n"] == 10
    assert measures.calibration(cases, [Answer((), (), (), False)] * 10)["right_where_sure"] is None


def test_confusion_and_f1() -> None:
    """Counts stand at (true, said); macro F1 is the mean over groups."""
    cases = [case(1), case(2), case(3, symptom=("Hang - Generation Process Stuck",))]
    table = measures.confusion(cases, [answer(OOM, GPU, 1), answer("Hang - Generation Process Stuck", GPU, 1), answer(KILLED, GPU, 1)], "symptom")
    assert table["Crash"] == {"Crash": 1, "Hang": 1}
    assert table["Hang"] == {"Crash": 1, "Hang": 0}
    assert measures.macro_f1(table) == pytest.approx((0.5 + 0) / 2)


def test_differences_are_paired() -> None:
    """A difference on every case is sure, none at all is not."""
    import numpy as np

    drawn = measures.weights(40)
    assert measures.difference(np.ones(40), np.zeros(40), drawn)["sure"]
    assert not measures.difference(np.ones(40), np.ones(40), drawn)["sure"]


def test_folds_keep_near_duplicates_together() -> None:
    """Each case is in one fold; reports that say nearly the same are in the same one."""
    rows = made_up(40)
    cases = [case(n, report=row["report"]) for n, row in enumerate(rows)]
    cases.append(case(40, report=rows[3]["report"] + " again"))
    parts = floors.folds(cases)
    assert sorted(n for part in parts for n in part) == list(range(41))
    assert any({3, 40} <= set(part) for part in parts)
    assert max(map(len, parts)) - min(map(len, parts)) <= 2


def test_floors_see_nothing_they_are_measured_on() -> None:
    """Where labels are random, a floor that saw its own cases would be right far above chance; these are not."""
    rng = random.Random(3)
    pairs = [(OOM, GPU), (KILLED, CPU), ("Hang - Generation Process Stuck", "Model Corruption Issues - Checkpoint Corruption")]
    cases = []
    for n, row in enumerate(made_up(150)):
        (symptom, _), (_, cause) = rng.choice(pairs), rng.choice(pairs)
        cases.append(case(n, symptom=(symptom,), cause=(cause,), report=row["report"].split("\n")[0]))
    for name, given in floors.cross_validated(cases).items():
        share = measures.hits(cases, given, measures.Measure("", "root_cause", 9, 1)).mean()
        assert share < 0.5, name


def test_text_floor_learns() -> None:
    """Where the text tells the label, the text floor finds it."""
    cases = [case(n, symptom=(row["symptom"],), cause=(row["root_cause"],), report=row["report"]) for n, row in enumerate(made_up(80))]
    given = floors.cross_validated(cases)["tf-idf"]
    assert measures.hits(cases, given, measures.Measure("", "symptom", 9, 1)).mean() > 0.9


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Measures with intervals for us and for each floor, languages apart, figures and misses as files, text for people."""
    path = store(tmp_path / "cases.jsonl", made_up(60))
    found = run(path, capsys, "--out", str(tmp_path / "out"))
    assert found["unseen"] == 60
    assert found["guessers"] == ["firstmile", "majority", "symptom only", "tf-idf"]
    ours = found["measures"]["symptom leaf @1"]["firstmile"]
    assert ours["value"] > found["measures"]["symptom leaf @1"]["majority"]["value"]
    assert ours["interval"][0] <= ours["value"] <= ours["interval"][1]
    assert "symptom only" not in found["measures"]["symptom group @1"]
    assert set(found["by_language"]) == {"en", "zh"}
    assert sum(sum(row.values()) for row in found["confusion"]["symptom"].values()) == 60
    assert {"evaluation.json", "misses.csv", "calibration.svg", "confusion-root-cause.pdf", "measures.svg"} <= {p.name for p in (tmp_path / "out").iterdir()}
    assert main(["study", "evaluate", str(path)]) == 0
    out = capsys.readouterr().out
    assert "root-cause group @3" in out
    assert "expected error" in out


def test_cases_that_were_trained_on_are_not_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Cases of the casebook are recognised by id, by link and under a later name; none enters a figure, and it is said."""
    data = Path(__file__).parents[2] / "src/firstmile/casebook/data"
    rows = [json.loads(line) for path in sorted(data.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()][:6]
    assert seen.seen([case(1)]) == set()
    rows[0] |= {"id": "mine"}  # known by its link
    found = run(store(tmp_path / "seen.jsonl", rows), capsys)
    assert len(found["trained_on"]) == 6
    assert found["unseen"] == 0
    assert found["measures"] == {}
    assert found["calibration"] is None
    assert any("memory" in note for note in found["notes"])
    found = run(store(tmp_path / "mixed.jsonl", rows + made_up(30)), capsys)
    assert found["unseen"] == 30
    assert sum(sum(row.values()) for row in found["confusion"]["symptom"].values()) == 30
    assert not {miss["id"] for miss in found["misses"]} & set(found["trained_on"])
    assert main(["study", "evaluate", str(tmp_path / "seen.jsonl"), "--out", str(tmp_path / "out")]) == 0
    assert "nothing can be measured" in capsys.readouterr().out
    assert not list((tmp_path / "out").glob("*.svg"))


def test_figures_that_are_too_good_are_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A score that annotators themselves would not reach is not passed on without a warning."""
    cases = [case(n, report=row["report"], symptom=(row["symptom"],), cause=(row["root_cause"],)) for n, row in enumerate(made_up(40))]
    monkeypatch.setattr(document.guessing, "diagnoser", lambda given: [answer(one.symptom[0], one.root_cause[0], 0.9) for one in given])
    assert any("Do not quote" in note for note in document.evaluate(cases)["notes"])
    monkeypatch.setattr(document.guessing, "diagnoser", lambda given: [answer(OOM, GPU, 0.9) for _ in given])
    assert not any("Do not quote" in note for note in document.evaluate(cases)["notes"])


def test_list_of_trained_cases_is_current() -> None:
    """Every case of the casebook, which the ranker is trained on, is in the list."""
    data = Path(__file__).parents[2] / "src/firstmile/casebook/data"
    cases = [case(0)._replace(id=json.loads(line)["id"]) for path in data.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    assert len(cases) > 500
    missing = {one.id for one in cases} - seen.seen(cases)
    assert missing == set(), "run python tools/ranker"


def test_few_cases(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With one case there are no floors; with a few there is no text model; both are told."""
    assert run(store(tmp_path / "one.jsonl", made_up(1)), capsys)["guessers"] == ["firstmile"]
    found = run(store(tmp_path / "few.jsonl", made_up(8)), capsys)
    assert found["guessers"] == ["firstmile", "majority", "symptom only"]
    assert any("too few to learn from" in note for note in found["notes"])


@pytest.mark.parametrize(("row", "word"), [
    ({"id": "a", "report": "x"}, "symptom"), ({"id": "a", "symptom": OOM, "root_cause": GPU, "stage": "Inference"}, "report is missing"),
    ({"id": "a", "report": "x", "symptom": "No", "root_cause": GPU, "stage": "Inference"}, "not a symptom"),
])
def test_bad_cases(tmp_path: Path, capsys: pytest.CaptureFixture[str], row: dict[str, str], word: str) -> None:
    """A case without a report or with an unknown label is named in one sentence."""
    assert main(["study", "evaluate", str(store(tmp_path / "bad.jsonl", [row]))]) == 2
    err = capsys.readouterr().err
    assert word in err
    assert "record 1" in err


def test_both_spellings_of_label_fields(tmp_path: Path) -> None:
    """gold_symptom and symptom are read alike; ' || ' parts two right labels."""
    row = {"id": "a", "report": "x", "gold_symptom": f"{OOM} || {KILLED}", "gold_root_cause": GPU, "gold_stage": "Inference"}
    assert reading.read(str(store(tmp_path / "c.jsonl", [row])))[0].symptom == (OOM, KILLED)
