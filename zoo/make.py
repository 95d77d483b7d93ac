"""Run the faults one at a time and keep what they print.

``python zoo/make.py --venv /path/venv [--old-venv /path/venv] [--cache DIR] [--only 'st-*'] [--redo] [--fixed]``

Each fault runs in an empty folder: ``setup.py``, if there is one, prepares it silently; then ``run.py`` (under the name
``train.py`` or ``infer.py``) or ``run.sh`` runs as a user would run it, and its output goes to ``logs/<slug>.log``, the
rest to ``logs/<slug>.json``. A fault whose files have not changed since its log was made is skipped. ``--fixed`` runs
``fixed.py`` instead and only says whether it succeeded.
"""

from __future__ import annotations

import argparse
import contextlib
import fnmatch
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ZOO = Path(__file__).resolve().parent
LOGS = ZOO / "logs"
PACKAGES = [
    "torch",
    "transformers",
    "tokenizers",
    "safetensors",
    "accelerate",
    "peft",
    "trl",
    "datasets",
    "deepspeed",
    "bitsandbytes",
    "gguf",
    "xllamacpp",
]
LIMIT = 60_000


@dataclass(frozen=True)
class Fault:
    """One fault as its ``fault.toml`` tells it."""

    folder: Path
    slug: str
    title: str
    symptom: str
    root_cause: str
    stage: str
    truth: str
    needs: tuple[str, ...]
    timeout: float
    expect: str
    remedy: str
    venv: str = "new"
    hide: tuple[str, ...] = ()
    stop: str = "KILL"
    env: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Changes when a file of the fault changes."""
        parts = [path.read_bytes() for path in sorted(self.folder.iterdir()) if path.suffix in (".py", ".sh")]
        return hashlib.sha256(b"\0".join([*parts, repr((self.hide, self.env, self.venv)).encode()])).hexdigest()[:16]

    @property
    def control(self) -> bool:
        """Nothing is wrong here."""
        return self.root_cause == "(none)"


def read(folder: Path) -> Fault:
    """Read a fault's description."""
    data = tomllib.loads((folder / "fault.toml").read_text(encoding="utf-8"))
    data["needs"] = tuple(data.get("needs", ()))
    data["hide"] = tuple(data.get("hide", ()))
    if data["slug"] != folder.name:
        raise ValueError(f"{folder.name}: slug is {data['slug']}")
    return Fault(folder=folder, **data)


def versions(python: Path) -> dict[str, str]:
    """Versions of the packages in an environment."""
    code = (
        "import importlib.metadata as m, json, platform\n"
        "out = {'python': platform.python_version()}\n"
        f"for name in {PACKAGES!r}:\n"
        "    try: out[name] = m.version(name)\n"
        "    except m.PackageNotFoundError: pass\n"
        "print(json.dumps(out))\n"
    )
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    result: dict[str, str] = json.loads(done.stdout)
    return result


class Runner:
    """Runs faults in one place with one set of environments."""

    def __init__(self, venvs: dict[str, Path], cache: Path, work: Path) -> None:
        self.venvs = venvs
        self.cache = cache
        self.work = work
        self.versions = {name: versions(path / "bin" / "python") for name, path in venvs.items()}

    def environment(self, fault: Fault, *, hide: bool) -> dict[str, str]:
        """The environment variables of a run."""
        venv = self.venvs[fault.venv]
        env = {
            "PATH": f"{venv / 'bin'}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": str(self.work / "home"),
            "LANG": "C.UTF-8",
            "ZOO": str(ZOO),
            "ZOO_CACHE": str(self.cache),
            "PYTHONPATH": str(ZOO),
            "PYTHONUNBUFFERED": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "OMP_NUM_THREADS": "1",
            "HF_HUB_DISABLE_TELEMETRY": "1",
            "DS_ACCELERATOR": "cpu",
        }
        if hide and fault.hide:
            env["ZOO_HIDE"] = ",".join(fault.hide)
            env["PYTHONPATH"] = f"{ZOO / 'hide'}:{ZOO}"
        return env | ({k: v.replace("$VENV", str(venv)) for k, v in fault.env.items()} if hide else {})

    def neutral(self, fault: Fault, text: str) -> str:
        """Take the names of this machine out of a log."""
        pairs = [
            (str(self.work / "run"), "/opt/run"),
            (str(self.work / "home"), "/home/user"),
            (str(self.venvs[fault.venv]), "/opt/venv"),
            (str(self.cache), "/opt/models"),
            (str(ZOO), "/opt/run"),
            (str(Path(sys.base_prefix)), "/usr/local"),
            (socket.gethostname(), "node-0"),
            (socket.getfqdn(), "node-0"),
        ]
        for old, new in pairs:
            if len(old) > 3 and old != "localhost":
                text = text.replace(old, new)
        # Ray lists the machine's largest processes and its address
        text = re.sub(r"^\d+\t\d+\.\d+\t(?!python |ray::|/opt/).*\n", "", text, flags=re.MULTILINE)
        return re.sub(r"\b192\.0\.2\.\d+", "10.0.0.2", text)

    def prepare(self, fault: Fault) -> Path:
        """An empty folder with the fault's scripts, set up."""
        folder = self.work / "run"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (self.work / "home").mkdir(exist_ok=True)
        setup = fault.folder / "setup.py"
        if setup.exists():
            code = [self.venvs["new"] / "bin" / "python", setup]
            env = self.environment(fault, hide=False)
            env["PATH"] = f"{self.venvs['new'] / 'bin'}:{env['PATH']}"
            done = subprocess.run(code, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False)  # noqa: S603
            if done.returncode:
                raise RuntimeError(f"{fault.slug}: setup failed\n{done.stderr[-2000:]}")
        return folder

    def run(self, fault: Fault, *, fixed: bool = False) -> dict[str, Any]:
        """Run one fault; what happened, with the log under ``log``."""
        folder = self.prepare(fault)
        if (fault.folder / "run.sh").exists() and not fixed:
            shutil.copy(fault.folder / "run.sh", folder / "run.sh")
            command = "bash run.sh"
        else:
            name = "train.py" if fault.stage == "Fine-tuning" else "infer.py"
            shutil.copy(fault.folder / ("fixed.py" if fixed else "run.py"), folder / name)
            command = f"python {name}"
        log = self.work / "log"
        start = time.time()
        timed_out = False
        with log.open("wb") as sink:
            process = subprocess.Popen(  # noqa: S603
                ["/bin/bash", "-c", f"{command}; exit $?"],
                cwd=folder,
                env=self.environment(fault, hide=not fixed),
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=lambda: os.nice(10),  # noqa: PLW1509
            )
            try:
                process.wait(fault.timeout)
            except subprocess.TimeoutExpired:
                timed_out = True
                os.killpg(process.pid, getattr(signal, f"SIG{fault.stop}"))
                try:
                    process.wait(8)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
        text = self.neutral(fault, log.read_text(encoding="utf-8", errors="replace"))
        return {
            "slug": fault.slug,
            "exit_code": process.returncode,
            "timed_out": timed_out,
            "seconds": round(time.time() - start, 1),
            "expect_found": (fault.expect in text) if fault.expect else None,
            "versions": self.versions[fault.venv],
            "digest": fault.digest,
            "log": text,
        }


def keep(result: dict[str, Any]) -> None:
    """Write a log and its description."""
    LOGS.mkdir(exist_ok=True)
    slug = result["slug"]
    (LOGS / f"{slug}.log").write_text(result.pop("log"), encoding="utf-8")
    (LOGS / f"{slug}.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


def up_to_date(fault: Fault) -> bool:
    """The log was made by the fault as it is, and holds the expected text."""
    path = LOGS / f"{fault.slug}.json"
    if not path.exists():
        return False
    data = json.loads(path.read_text())
    if fault.control and data["exit_code"]:
        return False
    return bool(data["digest"] == fault.digest and data["expect_found"] == (True if fault.expect else None))


def main() -> int:
    """Run what is asked for; 1 if anything did not go as expected."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--venv", type=Path, required=True, help="environment with the current libraries")
    parser.add_argument("--old-venv", type=Path, help="environment with libraries of 2024")
    parser.add_argument("--cache", type=Path, default=Path("/tmp/zoo-cache"), help="where the tiny models are kept")  # noqa: S108
    parser.add_argument("--work", type=Path, default=Path("/tmp/zoo-work"), help="where the faults run")  # noqa: S108
    parser.add_argument("--only", action="append", default=[], metavar="GLOB", help="slugs to run")
    parser.add_argument("--redo", action="store_true", help="run even what is up to date")
    parser.add_argument("--fixed", action="store_true", help="run fixed.py of each fault; it must succeed")
    parser.add_argument("--show", action="store_true", help="print the end of each log")
    options = parser.parse_args()
    venvs = {"new": options.venv.absolute()}
    if options.old_venv:
        venvs["old"] = options.old_venv.absolute()
    runner = Runner(venvs, options.cache.absolute(), options.work.absolute())
    odd = 0
    for toml in sorted((ZOO / "faults").glob("*/fault.toml")):
        fault = read(toml.parent)
        if options.only and not any(fnmatch.fnmatch(fault.slug, pattern) for pattern in options.only):
            continue
        if fault.venv not in venvs or (options.fixed and not (fault.folder / "fixed.py").exists()):
            continue
        if not options.fixed and not options.redo and up_to_date(fault):
            continue
        try:
            result = runner.run(fault, fixed=options.fixed)
        except (RuntimeError, subprocess.TimeoutExpired) as error:
            print(f"?? {error}", flush=True)
            odd += 1
            continue
        log = result["log"]
        wrong = []
        if options.fixed or fault.control:
            wrong += ["it fails"] if result["exit_code"] or result["timed_out"] else []
        if not options.fixed:
            wrong += ["the expected text is missing"] if result["expect_found"] is False else []
            wrong += [f"{len(log)} characters"] if len(log) > LIMIT else []
            keep(result)
        odd += bool(wrong)
        ending = "timeout" if result["timed_out"] else f"exit {result['exit_code']}"
        print(f"{'!!' if wrong else 'ok'} {fault.slug}: {ending}, {result['seconds']} s {'; '.join(wrong)}", flush=True)
        if options.show or (options.fixed and wrong):
            print("    " + log[-1500:].replace("\n", "\n    "), flush=True)
    return 1 if odd else 0


if __name__ == "__main__":
    sys.exit(main())
