"""The analysis: the contract's keys, the published figures beside ours, verdicts that follow the data."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from firstmile.adapters.cli.main import main
from firstmile.study import database
from firstmile.study.analysis import published
from firstmile.study.analysis.document import analyse
from tests.study import lookalike


@pytest.fixture(scope="module")
def real(real_db: Path) -> dict[str, Any]:
    """The analysis of the public data set."""
    with database.opened(str(real_db)) as connection:
        return analyse(connection)


def analysis(db: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    """What the command prints as JSON."""
    capsys.readouterr()
    assert main(["study", "analyze", "--db", str(db), "--format", "json", *options]) == 0
    return json.loads(capsys.readouterr().out)


def corpus(tmp_path: Path, rows: list[tuple[str, str, str, str]]) -> Path:
    """A database from (series, symptom, root cause, stage) rows."""
    path = tmp_path / "made.jsonl"
    path.write_text("\n".join(json.dumps({
        "url": f"https://github.com/o/n/issues/{n}", "series": series, "symptom": symptom, "root_cause": cause, "stage": stage, "model": series,
    }) for n, (series, symptom, cause, stage) in enumerate(rows, 1)))
    assert main(["study", "import", str(path), "--db", str(tmp_path / "made.db")]) == 0
    return tmp_path / "made.db"


def test_contract(made_up_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON follows its schema, its counts add up, and zero counts are there."""
    document = analysis(made_up_db, capsys)
    assert main(["schema", "study"]) == 0
    Draft202012Validator(json.loads(capsys.readouterr().out)).validate(document)
    assert document["records"] == lookalike.RECORDS
    assert document["issues"] == lookalike.RECORDS - 1
    for question, field in (("rq1", "symptom"), ("rq2", "root_cause")):
        part = document[question]
        assert sum(sum(row.values()) for row in part[f"{field}s_by_series"].values()) == lookalike.RECORDS
        assert sum(part["leaves"].values()) == lookalike.RECORDS
        assert sum(n for path, n in part["nodes"].items() if " - " not in path) == lookalike.RECORDS
        labels = {frozenset(row) for row in part[f"{field}s_by_series"].values()}
        assert len(labels) == 1
    assert set(document["rq4"]["symptom_correlation"]) == {"DeepSeek-Llama", "DeepSeek-Qwen", "Llama-Qwen"}
    for row in document["rq5"]["symptoms_by_stage_percent"].values():
        assert sum(row.values()) == pytest.approx(100, abs=0.3)
    assert [(pair["from"], pair["to"]) for pair in document["rq6"]["pairs"]] == [
        ("DeepSeek-V3", "DeepSeek-R1"), ("llama", "llama3"), ("Qwen", "Qwen2.5")]


def test_counts_are_those_of_the_files(made_up_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counted in Python from the files, symptoms, causes and stages are what the database counts."""
    rows = [row for records in lookalike.rows().values() for row in records]
    document = analysis(made_up_db, capsys)
    for label, n in document["rq1"]["leaves"].items():
        assert n == sum(row["SYMPTOM"] == label for row in rows)
    for symptom, causes in document["rq3"]["root_causes_by_symptom"].items():
        for cause, n in causes.items():
            assert n == sum(
                str(row["SYMPTOM"]).startswith(symptom + " - ") and str(row["ROOT CAUSE"]).startswith(cause + " - ") for row in rows)
    fine = [row for row in rows if row["STAGE"] == "Fine-tuning"]
    assert sum(document["rq5"]["symptoms_by_stage"]["Fine-tuning"].values()) == len(fine)


def test_text(made_up_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The text has every question, a verdict for each phenomenon, and no control characters."""
    assert main(["study", "analyze", "--db", str(made_up_db), "-v"]) == 0
    out = capsys.readouterr().out
    assert all(f"RQ{n}" in out for n in range(1, 7))
    assert "Systemic homogeneity: " in out
    assert not any(ord(c) < 32 and c != "\n" for c in out)


def test_versions_option(made_up_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """RQ6 compares the versions that are asked for; a malformed pair is refused."""
    document = analysis(made_up_db, capsys, "--versions", "llama:Qwen2.5")
    assert [(pair["from"], pair["to"]) for pair in document["rq6"]["pairs"]] == [("llama", "Qwen2.5")]
    assert main(["study", "analyze", "--db", str(made_up_db), "--versions", "llama"]) == 2


def test_planted_associations_are_carried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where crashes come from infrastructure and wrong output from the tokenizer, and stages differ, the claims are carried."""
    rng = random.Random(5)
    rows = []
    for series in ("A", "B"):
        for _ in range(400):
            crash, tuning = rng.random() < 0.5, rng.random() < 0.4
            cause = rng.choice(["R-A.1", "R-A.2", "R-G.1", "R-E.2"]) if crash else rng.choice(["R-F.1", "R-F.2", "R-H.1", "R-A.1"])
            if rng.random() < 0.4:
                cause = "R-B.2" if tuning else "R-A.3"
            rows.append((series, "S-B.1.1" if crash else "S-C.1.1", cause, "Fine-tuning" if tuning else "Inference"))
    document = analysis(corpus(tmp_path, rows), capsys)
    verdicts = {one["id"]: one["verdict"] for one in document["phenomena"]}
    assert verdicts["lifecycle escalation"] == "carried"
    assert verdicts["systemic homogeneity"] == "carried"
    claims = {claim["claim"]: claim["verdict"] for claim in document["phenomena"][0]["claims"]}
    assert claims["Incorrect functionality comes from the tokenizer more than other failures do"].startswith("carried")


def test_noise_carries_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Labels drawn at random carry neither divergence nor escalation."""
    rng = random.Random(11)
    rows = [
        (rng.choice("AB"), rng.choice(["S-B.1.1", "S-C.1.1", "S-A.1.1"]), rng.choice(["R-A.1", "R-B.1", "R-F.1", "R-G.1"]),
         rng.choice(["Inference", "Fine-tuning"]))
        for _ in range(600)
    ]
    document = analysis(corpus(tmp_path, rows), capsys)
    verdicts = {one["id"]: one["verdict"] for one in document["phenomena"]}
    assert verdicts["diagnostic divergence"] == "not carried"
    assert verdicts["lifecycle escalation"] == "not carried"


def test_a_corpus_that_cannot_carry_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One record: nothing fails, and what cannot be tested says so and why."""
    document = analysis(corpus(tmp_path, [("A", "S-B.3", "R-G.2", "Inference")]), capsys)
    assert {one["verdict"] for one in document["phenomena"]} == {"cannot be tested"}
    assert all("it needs" in one["words"][0] for one in document["phenomena"])
    assert document["rq1"]["test_series"] is None
    assert document["published"] == []
    assert not any("residuals were known" in note for note in document["notes"])
    assert main(["study", "analyze", "--db", str(tmp_path / "made.db")]) == 0


def test_several_corpora(tmp_path: Path, made_up: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With two corpora in one database one must be chosen; a wrong name lists the right ones."""
    db = corpus(tmp_path, [("A", "S-B.3", "R-G.2", "Inference")])
    assert main(["study", "import", "open-llm-failures", "--from", str(made_up), "--db", str(db)]) == 0
    assert main(["study", "analyze", "--db", str(db)]) == 2
    assert "made, open-llm-failures" in capsys.readouterr().err
    assert main(["study", "analyze", "--db", str(db), "--corpus", "none"]) == 2
    assert analysis(db, capsys, "--corpus", "made")["records"] == 1


def test_nothing_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No database, and a database without records, are one sentence each."""
    assert main(["study", "analyze", "--db", str(tmp_path / "none.db")]) == 2
    assert "there is no database" in capsys.readouterr().err
    with database.opened(str(tmp_path / "empty.db"), write=True, create=True):
        pass
    assert main(["study", "analyze", "--db", str(tmp_path / "empty.db")]) == 2
    assert "no records yet" in capsys.readouterr().err


def test_published_figures_are_whole() -> None:
    """The printed figures add up to what the charts' totals say, so that none was mistyped."""
    by_figure: dict[str, float] = {}
    for one in published.load():
        by_figure[one.figure] = by_figure.get(one.figure, 0) + one.value
    assert by_figure["RQ1 chart"] == by_figure["RQ1 treemap, leaves"] == by_figure["RQ2 chart"] == by_figure["RQ2 treemap, groups"] == 706
    assert by_figure["RQ2 treemap, leaves"] == 706 - 37 + 21
    assert by_figure["RQ5 chart, symptoms, %"] == pytest.approx(200, abs=0.2)


def test_published_against_reproduced(real: dict[str, Any]) -> None:
    """Every figure that the paper and its charts print is reproduced, or differs for a reason that is written down."""
    wrong = [row for row in real["published"] if row["verdict"] not in (published.EQUAL, published.EXPLAINED)]
    assert wrong == []
    explained = [row["what"] for row in real["published"] if row["verdict"] == published.EXPLAINED]
    assert len(explained) == 4
    assert all(row["because"] for row in real["published"] if row["verdict"] == published.EXPLAINED)


def test_a_changed_copy_is_noticed(real_db: Path, tmp_path: Path) -> None:
    """Drop one record of the data, and figures differ without explanation."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(real_db.read_bytes())
    with database.opened(str(copy), write=True) as connection:
        connection.execute("DELETE FROM records WHERE record_id = 'QwenLM/Qwen#15/1'")
    with database.opened(str(copy)) as connection:
        verdicts = [row["verdict"] for row in analyse(connection)["published"]]
    assert verdicts.count(published.UNEXPLAINED) > 5


def test_statistics_that_the_paper_does_not_print(real: dict[str, Any]) -> None:
    """Chi-squared, V and residuals on the public data are those computed elsewhere on the same files."""
    rq3 = real["rq3"]
    assert rq3["test"]["chi_squared"] == pytest.approx(235.3, abs=0.05)
    assert rq3["test"]["p"] == pytest.approx(8e-33, rel=0.1)
    assert rq3["test"]["cramers_v"] == pytest.approx(0.289, abs=0.0005)
    crash = rq3["adjusted_residuals"]["Crash"]
    assert round(crash["Hardware and Resource Limitations"], 1) == 6.5
    assert round(crash["Environment Compatibility Issues"], 1) == 1.1
    assert round(crash["Tokenizer and Text Processing Issues"], 1) == -5.1
    assert real["rq2"]["test_series"]["chi_squared"] == pytest.approx(81.2, abs=0.05)
    assert real["rq1"]["test_series"]["chi_squared"] == pytest.approx(41.4, abs=0.05)
    assert real["rq5"]["symptom_test"]["chi_squared"] == pytest.approx(21.1, abs=0.05)
    assert real["rq5"]["root_cause_test"]["chi_squared"] == pytest.approx(22.0, abs=0.05)
    assert round(rq3["best_guess_percent"]["root-cause group from symptom leaf"]) == 45
    assert round(rq3["best_guess_percent"]["root-cause leaf from symptom leaf"]) == 38
    assert {one["verdict"] for one in real["phenomena"]} == {"partly carried"}
    assert any("residuals were known" in note for note in real["notes"])
