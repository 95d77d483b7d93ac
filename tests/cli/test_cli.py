"""The command line as scripts see it: exit codes, formats, bad input, batch."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from firstmile.adapters.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
OOM = str(EXAMPLES / "vllm-oom.log")


def schema(name: str, capsys: pytest.CaptureFixture[str]) -> Draft202012Validator:
    """The schema that the tool itself prints."""
    assert main(["schema", name]) == 0
    return Draft202012Validator(json.loads(capsys.readouterr().out))


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1 for a failure found, 0 with --exit-zero or for a healthy log, 2 for what could not run."""
    healthy = tmp_path / "ok.log"
    healthy.write_text("step 1 loss 2.1\nstep 2 loss 1.9\ntraining finished\n")
    assert main(["diagnose", OOM]) == 1
    assert main(["diagnose", "--exit-zero", OOM]) == 0
    assert main(["diagnose", str(healthy)]) == 0
    capsys.readouterr()
    assert main(["diagnose", str(tmp_path / "none.log")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("firstmile: ")
    assert err.count("\n") == 1


def test_json_follows_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """The printed document is valid, ranked, and its confidences sum to at most 1."""
    validator = schema("diagnosis", capsys)
    main(["diagnose", "--format", "json", OOM])
    document = json.loads(capsys.readouterr().out)
    validator.validate(document)
    shares = [cause["confidence"] for cause in document["causes"]]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001
    assert len(shares) >= 3
    assert len({cause["label"].split(" - ")[0] for cause in document["causes"]}) == len(shares)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "sarif"])
def test_other_formats(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every format names the failure mode."""
    main(["diagnose", "--format", form, OOM])
    out = capsys.readouterr().out
    assert "cuda-out-of-memory" in out
    if form == "sarif":
        assert json.loads(out)["version"] == "2.1.0"


def test_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a report, in order; a bad line is answered and the rest goes on."""
    validator = schema("batch", capsys)
    rows = [
        json.dumps({"id": "a", "report": "RuntimeError: CUDA error: no kernel image is available for execution on the device"}),
        "not json", json.dumps({"id": 7, "title": "输出全是感叹号", "report": "部署之后模型回答全是 !!!!!!!!!!"}),
        json.dumps({"id": "b"}), "[1]", json.dumps({"id": "c", "report": " "}),
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    assert main(["diagnose", "--batch", str(path)]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for line in lines:
        validator.validate(line)
    assert [line["id"] for line in lines] == ["a", None, 7, None, None, None]
    assert lines[1]["error"].startswith("line 2: ")
    assert lines[0]["failure_modes"][0] == "no-kernel-image-for-gpu"
    assert lines[2]["symptoms"][0].endswith("Meaningless Generation")
    assert all(len(line["causes"]) >= 3 for line in lines if "error" not in line)


def test_batch_over_several_processes_keeps_order(tmp_path: Path) -> None:
    """Many reports are spread over the cores and come back in order."""
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": n, "report": f"KeyError: 'qwen2' number {n}"}) + "\n" for n in range(900)))
    done = subprocess.run([sys.executable, "-m", "firstmile", "diagnose", "--batch", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == list(range(900))


@pytest.mark.parametrize(("content", "code"), [
    (b"", 2), (b"   \n\n", 2), (b"\x7fELF\x02\x01\x01" + b"\0" * 99, 2), (b"\xff\xfe" + "Error: 显存不足".encode("utf-16-le"), 1),
    (b"RuntimeError: \xff\xfe broken bytes\n", 1), (b"a" * 3_000_000, 0), (b"Error: " + b"(" * 200_000 + b"\n", 1),
    (b"some\0RuntimeError: x\0\n", 1),
])
def test_bad_input(content: bytes, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Empty, blank, binary, UTF-16, broken UTF-8, one gigantic line, bait, NUL bytes."""
    path = tmp_path / "input.log"
    path.write_bytes(content)
    assert main(["diagnose", str(path)]) == code
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert err.count("\n") == (1 if code == 2 else 0)


def test_failure_that_nothing_matches_is_not_ok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown error is a failure, with the line to look at."""
    path = tmp_path / "odd.log"
    path.write_text("start\nTraceback (most recent call last):\n  File \"x.py\", line 1\nFrobnicationError: the widget is upside down\n")
    assert main(["diagnose", "--format", "json", str(path)]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["status"] == "unrecognised"
    assert any("FrobnicationError" in line["text"] for line in document["look_at"])


def test_output_is_safe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a log holds drives neither a terminal nor a page."""
    path = tmp_path / "evil.log"
    path.write_text("RuntimeError: CUDA out of memory. <script>alert(1)</script> \u202e \x07 Tried to allocate 2.00 GiB\n")
    main(["diagnose", "--format", "html", str(path)])
    assert "<script" not in capsys.readouterr().out
    main(["diagnose", str(path)])
    out = capsys.readouterr().out
    assert "\u202e" not in out
    assert "\x07" not in out


def test_explain_and_modes(capsys: pytest.CaptureFixture[str]) -> None:
    """The catalogue can be read; a misspelt id gets a suggestion."""
    assert main(["modes"]) == 0
    assert "no-kernel-image-for-gpu" in capsys.readouterr().out
    validator = schema("failure-mode", capsys)
    assert main(["explain", "no-kernel-image-for-gpu", "--format", "json"]) == 0
    validator.validate(json.loads(capsys.readouterr().out))
    assert main(["explain", "no-kernel-image-for-gpu"]) == 0
    capsys.readouterr()
    assert main(["explain", "no-kernel-image"]) == 2
    assert "did you mean" in capsys.readouterr().err


def test_context_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Launch, model folder and machine are read as facts; what is broken is 'not evaluated' or refused."""
    (tmp_path / "config.json").write_text('{"model_type": "qwen2", "num_hidden_layers": 48}')
    machine = tmp_path / "machine.txt"
    machine.write_text("NVIDIA driver version: 550.54.14\nGPU: NVIDIA A100 80GB\n")
    args = ["diagnose", "--format", "json", "--launch", "vllm serve X --tensor-parallel-size 3", "--model", str(tmp_path), "--machine", str(machine), OOM]
    assert main(args) == 1
    facts = json.loads(capsys.readouterr().out)["facts"]
    assert facts["flag.tensor-parallel-size"][0]["value"] == "3"
    (tmp_path / "config.json").write_text("{")
    assert main(args) == 1
    assert any("config.json" in n["because"] for n in json.loads(capsys.readouterr().out)["not_evaluated"])
    assert main(["diagnose", "--model", str(machine), OOM]) == 2


def test_completion(capsys: pytest.CaptureFixture[str]) -> None:
    """A completion script for a shell."""
    pytest.importorskip("shtab")
    assert main(["completion", "bash"]) == 0
    assert "diagnose" in capsys.readouterr().out


def test_without_a_writable_cache(tmp_path: Path) -> None:
    """A cache that cannot be written is no error."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "firstmile", "diagnose", OOM], capture_output=True, text=True, check=False,
        env={**os.environ, "FIRSTMILE_CACHE": str(blocked / "x")},
    )
    assert done.returncode == 1, done.stderr
    assert "out of memory" in done.stdout.lower()


def test_closed_pipe() -> None:
    """`firstmile modes | head -1` ends quietly."""
    done = subprocess.run(f"{sys.executable} -m firstmile modes | head -1", shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert done.stderr == ""


def test_batch_without_a_report_could_not_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty file, or one that holds no report at all, is 2 and not "nothing wrong"; each bad line is still told."""
    empty, bad = tmp_path / "empty.jsonl", tmp_path / "bad.jsonl"
    empty.write_text("")
    bad.write_text('{"x": 1}\nnot json\n')
    assert main(["diagnose", "--batch", str(empty)]) == 2
    assert main(["diagnose", "--batch", str(bad)]) == 2
    out, err = capsys.readouterr()
    assert out.count('{"id": null') == 2
    assert err.count("\n") == 2
    assert main(["diagnose", "--batch", str(bad), "--format", "html"]) == 2


def test_control_characters_of_a_path_are_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    """A file's name is hostile, too."""
    assert main(["diagnose", "/none/\x1b[31mx"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_what_was_not_looked_at_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of which only config.json was read, and a machine file without facts, stay "not evaluated"."""
    (tmp_path / "config.json").write_text('{"model_type": "qwen2"}')
    machine = tmp_path / "machine.txt"
    machine.write_text("hello\n")
    main(["diagnose", "--format", "json", "--model", str(tmp_path), "--machine", str(machine), OOM])
    missed = {row["what"] for row in json.loads(capsys.readouterr().out)["not_evaluated"]}
    assert {"the model's weight and tokenizer files", "the machine", "the launch command"} <= missed
