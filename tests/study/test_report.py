"""The report: one page that needs nothing else, with every issue in it; figures and tables from the same document."""

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from firstmile.adapters.cli.main import main
from firstmile.errors import InputError
from firstmile.study import database
from firstmile.study.analysis.document import analyse
from firstmile.study.reporting import data, figures, page, sheets, write
from tests.study import lookalike
from tests.study.test_analyze import corpus

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def report(made_up_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole report of the made-up data set."""
    out = tmp_path_factory.mktemp("report") / "out"
    assert main(["study", "report", "--db", str(made_up_db), "--out", str(out)]) == 0
    return out


def embedded(html: str) -> dict[str, Any]:
    """The data that a page carries."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_files(report: Path) -> None:
    """Page, document, tables in two formats and figures in two formats, and nothing half-written."""
    names = {str(path.relative_to(report)) for path in report.rglob("*") if path.is_file()}
    assert {"index.html", "study.json", ".firstmile", "tables/published.csv", "figures/rq3-adjusted-residuals.svg"} <= names
    assert {name[:-4] for name in names if name.endswith(".csv")} == {name[:-4] for name in names if name.endswith(".tex")}
    assert {name[:-4] for name in names if name.endswith(".svg")} == {name[:-4] for name in names if name.endswith(".pdf")}
    assert not [name for name in names if name.endswith(".part")]


def test_page_fetches_nothing(report: Path) -> None:
    """No script, style, font or image comes from outside, and the page's own policy forbids it; links lead to issues only."""
    html = (report / "index.html").read_text("utf-8")
    assert not re.search(r"<(?:script|img|iframe|link|source)\b[^>]*\b(?:src|href)=", html)
    assert "@import" not in html
    assert "url(" not in html
    assert "default-src 'none'" in html
    assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon", html)
    addresses = set(re.findall(r"https?://[\w./-]+", html))
    assert {address for address in addresses if "github.com" not in address} <= {"http://www.w3.org/2000/svg"}


def test_every_record_can_be_listed(report: Path) -> None:
    """The page carries each record with its labels, so that the cells' lists are whole."""
    carried = embedded((report / "index.html").read_text("utf-8"))["page"]
    assert carried["whole"]
    assert len(carried["records"]) == lookalike.RECORDS
    fields = carried["fields"]
    # Two records of one issue stand in their own order, or the same data would not make the same page.
    both = [fields["root_cause"]["values"][row[2]] for row in carried["records"] if row[fields["issue"]] == 1035 and fields["repository"]["values"][row[0]] == "QwenLM/Qwen"]
    assert both == [row["ROOT CAUSE"] for row in lookalike.rows()["QwenLM/Qwen/Qwen.json"][4:6]]
    seen = sorted(
        (fields["repository"]["values"][row[0]], row[fields["issue"]], fields["symptom"]["values"][row[1]]) for row in carried["records"])
    wanted = sorted(
        (str(row["link"]).split("github.com/")[1].split("/issues")[0], int(str(row["link"]).rsplit("/", 1)[1]), row["SYMPTOM"])
        for rows in lookalike.rows().values() for row in rows)
    assert seen == wanted


def test_hostile_text(tmp_path: Path) -> None:
    """Markup in labels, series or titles stays text, whether in a table or in the data."""
    evil = "</script><img src=x onerror=alert(1)>{{data}}"
    db = corpus(tmp_path, [(evil, "S-B.3", "R-G.2", "Inference"), ("B", "S-B.3", "R-G.2", "Fine-tuning")] * 25)
    with database.opened(str(db), write=True) as connection:
        database.insert(connection, "issues", [
            ("o/n", 1, "u", evil, "", "open", "[]", None, "2024", "2024", None, 0)])
        document = analyse(connection)
        carried = data.records(connection, document["corpus"])
    html = page.render(document, carried, {"collected": 0, "collected_published": 1, "steps": [], "published_source": "none"})
    assert "<img" not in html
    assert html.count("</script>") == 2
    assert embedded(html)["page"]["records"][0][-1] == evil


def test_numbers_without_scripts(report: Path) -> None:
    """The tables hold the counts, so that the page can be read without JavaScript."""
    html = (report / "index.html").read_text("utf-8")
    document = json.loads((report / "study.json").read_text("utf-8"))
    for label, n in document["rq1"]["leaves"].items():
        assert f'<td>{label}</td><td class="n">{n}</td>' in html
    for one in document["phenomena"]:
        assert one["verdict"] in html


def test_tables(report: Path) -> None:
    """CSV and LaTeX hold the document's numbers; LaTeX's special characters are escaped."""
    document = json.loads((report / "study.json").read_text("utf-8"))
    rows = list(csv.DictReader(io.StringIO((report / "tables" / "rq2-root-causes-by-series.csv").read_text("utf-8"))))
    for row in rows:
        for series in document["series"]:
            assert int(row[series]) == document["rq2"]["root_causes_by_series"][series][row["label"]]
    assert r"Symptoms by stage, \%" in (report / "tables" / "rq5-symptoms-by-stage-percent.tex").read_text("utf-8")
    sheet = sheets.Sheet("x", "c", ("a_b",), [("50 % & {more} \\",), ("=1+1",)])
    assert r"50 \% \& \{more\} \textbackslash{} \\" in sheets.as_latex(sheet)
    assert "'=1+1" in sheets.as_csv(sheet)


def test_figures(report: Path, made_up_db: Path, tmp_path: Path) -> None:
    """Text in figures is text; PDF is PDF; the same data gives the same files."""
    assert ">Loading" in (report / "figures" / "rq3-adjusted-residuals.svg").read_text("utf-8")
    assert (report / "figures" / "rq4-likeness.pdf").read_bytes().startswith(b"%PDF-")
    assert main(["study", "report", "--db", str(made_up_db), "--out", str(tmp_path / "again")]) == 0
    for path in report.rglob("*.*"):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(report)).read_bytes() == path.read_bytes(), path.name


def test_no_change_between_versions_is_left_out(report: Path) -> None:
    """Every change between versions is drawn as an arrow within its axes, however far it goes from where it began."""
    document = json.loads((report / "study.json").read_text("utf-8"))
    for field in ("symptom", "root_cause"):
        figure = figures._versions(document, field)
        for axes, pair in zip(figure.axes, document["rq6"]["pairs"], strict=True):
            low, high = axes.get_xlim()
            ends = [(text.xyann[0], text.xy[0]) for text in axes.texts]
            counts = document["rq6"][f"{field}s_by_version"]
            wanted = [tuple(100 * counts[pair[k]][label] / sum(counts[pair[k]].values()) for k in ("from", "to")) for label in counts[pair["from"]]]
            assert ends == [pytest.approx(both) for both in wanted]
            assert all(low <= end <= high for both in ends for end in both)


def test_a_corpus_with_little_in_it(tmp_path: Path) -> None:
    """One record of one series makes a report, too: sections without data are left out or say so."""
    db = corpus(tmp_path, [("A", "S-B.3", "R-G.2", "Inference")])
    assert main(["study", "report", "--db", str(db), "--out", str(tmp_path / "out")]) == 0
    html = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "cannot be tested" in html
    assert 'id="rq6"' not in html


def test_large_corpora_carry_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what a page can hold, each combination of labels keeps examples and the page says that not all are there."""
    monkeypatch.setattr(data, "MOST", 30)
    db = corpus(tmp_path, [("A", "S-B.3", "R-G.2", "Inference")] * 90 + [("B", "S-D.1", "R-A.1", "Inference")])
    with database.opened(str(db)) as connection:
        carried = data.records(connection, "made")
        assert not carried["whole"]
        assert len(carried["records"]) <= 30
        assert set(carried["fields"]["symptom"]["values"]) == {"Crash - Process Killed", "Hang - Generation Process Stuck"}
        html = page.render(analyse(connection), carried, {"collected": 0, "collected_published": 1, "steps": [], "published_source": "none"})
    assert "examples can be listed here; all are counted" in html


def test_other_peoples_folders_are_safe(tmp_path: Path, made_up_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with other files, or a file, is refused and left as it was; our own folder is written to again."""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "index.html").write_text("mine")
    assert main(["study", "report", "--db", str(made_up_db), "--out", str(tmp_path / "theirs"), "--no-figures"]) == 2
    assert "holds other files" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == ["index.html"]
    assert (tmp_path / "theirs" / "index.html").read_text() == "mine"
    with pytest.raises(InputError):
        write.folder(str(tmp_path / "theirs" / "index.html"), [])
    for _ in range(2):
        assert main(["study", "report", "--db", str(made_up_db), "--out", str(tmp_path / "ours"), "--no-figures"]) == 0


def test_a_full_disk_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fills up, the sentence says so, files that were whole stay whole, and no part is left."""
    write.folder(str(tmp_path / "out"), [("index.html", b"old")])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write.os, "replace", full)
    with pytest.raises(InputError, match=r"disk of .* is full"):
        write.folder(str(tmp_path / "out"), [("index.html", b"new")])
    assert (tmp_path / "out" / "index.html").read_bytes() == b"old"
    assert not list((tmp_path / "out").glob("*.part"))


def test_interrupted(tmp_path: Path, made_up_db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C while files are written says that some are there, and leaves those whole."""
    def stop(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sheets, "as_latex", stop)
    assert main(["study", "report", "--db", str(made_up_db), "--out", str(tmp_path / "out")]) == 130
    assert "are whole but not all there" in capsys.readouterr().err
    assert (tmp_path / "out" / "index.html").read_text("utf-8").endswith("</html>\n")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in")
def test_in_a_browser(report: Path) -> None:
    """In a real browser, without a network, every chart draws itself, and a press lists the issues behind a cell."""
    html = (report / "index.html").read_text("utf-8")
    press = 'setTimeout(() => document.querySelector("table.heat tbody button").click(), 200)'
    (report.parent / "pressed.html").write_text(html.replace("</body>", f"<script>{press}</script></body>"), "utf-8")
    done = subprocess.run(
        [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000", "--window-size=1000,2000", "--dump-dom",
         (report.parent / "pressed.html").as_uri()],
        capture_output=True, text=True, timeout=120, check=True)
    assert 'data-drawn="yes"' in done.stdout
    document = json.loads((report / "study.json").read_text("utf-8"))
    symptoms = document["rq3"]["root_causes_by_symptom"]
    first = next(iter(symptoms))
    count = next(iter(symptoms[first].values()))
    assert f"{count} record" in done.stdout.split('id="drawer"')[1]
    assert len(re.findall(r"<circle", done.stdout)) > 40
    assert done.stdout.split('id="tree-symptom"')[1].split('id="crumbs-symptom"')[0].count("<button") == len(document["rq1"]["leaves"])
