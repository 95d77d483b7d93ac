"""Whole-process times of `firstmile diagnose`, each as a ratio to a named peer in the same run.

Usage: python benchmarks/speed.py [--mb 1024] [--reports 4000] [--drain-mb 8] [--runs 3]

- large log: against `rg -c -f` with the same signatures on the same file (needs ripgrep on the path);
- the same log: against Drain3 (needs `pip install drain3`), on its first --drain-mb megabytes, by throughput;
- small log: against `python -c pass`;
- batch: reports a second, with TF-IDF + logistic regression (scikit-learn) on the same reports as peer.
"""

import argparse
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from firstmile.diagnosis.anchors import ANCHORS
from firstmile.diagnosis.engine import Pattern
from firstmile.diagnosis.matcher import lay_out
from firstmile.failuremodes.load import load_all
from make_logs import bulk, eight_ranks

ROOT = Path(__file__).resolve().parent.parent
FIRSTMILE = [sys.executable, "-m", "firstmile", "diagnose", "--exit-zero"]


def timed(command: list[str], runs: int, stdin: Path | None = None) -> tuple[float, float]:
    """(median wall seconds, peak memory in MB of the largest child so far) of whole processes."""
    seconds = []
    for _ in range(runs):
        with (stdin or Path(os.devnull)).open("rb") as source:
            start = time.perf_counter()
            subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def peak_memory(command: list[str]) -> float:
    """Peak resident MB of one process, measured by itself in a fresh parent."""
    code = (
        "import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024)"
    )
    out = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return float(out.stdout)


def for_ripgrep(pattern: Pattern) -> str:
    """A signature in the dialect of Rust's regex crate, which refuses names twice and needless backslashes."""
    expression = re.sub(r"\(\?P<\w+>", "(?:", pattern.expression)
    expression = re.sub(r"\\([^\w\\.+*?()|\[\]{}^$#&~-])", r"\1", expression)
    return f"(?i:{expression})" if pattern.ignore_case else expression


def signatures(path: Path) -> int:
    """Write all signatures that read every line of a log, one a line: what programs print, and the anchors."""
    program, patterns = lay_out(load_all())
    chosen = [*patterns[: program.first_prose], *(Pattern(a.pattern, a.ignore_case) for a in ANCHORS)]
    # ripgrep works line by line, so that the ends of lines which two anchors name are its own business.
    path.write_text("".join(for_ripgrep(p).replace("[\\r\\n]", "") + "\n" for p in chosen), "utf-8")
    return len(chosen)


DRAIN = """
import sys
from drain3 import TemplateMiner
from drain3.template_miner_config import TemplateMinerConfig
miner = TemplateMiner(config=TemplateMinerConfig())
for line in open(sys.argv[1], encoding="utf-8"):
    miner.add_log_message(line.rstrip())
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mb", type=int, default=1024)
    parser.add_argument("--reports", type=int, default=4000)
    parser.add_argument("--drain-mb", type=int, default=8)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        count = signatures(base / "patterns.txt")
        subprocess.run([*FIRSTMILE, str(ROOT / "examples/vllm-oom.log")], stdout=subprocess.DEVNULL, check=False)
        large = base / "bulk.log"
        bulk(large, args.mb)
        size = large.stat().st_size / 1e6
        ours, _ = timed([*FIRSTMILE, str(large)], args.runs)
        memory = peak_memory([*FIRSTMILE, str(large)])
        print(f"large log, {size:.0f} MB, {count} signatures: firstmile {ours:.2f} s ({size / ours:.0f} MB/s), peak {memory:.0f} MB")
        if shutil.which("rg"):
            # The limits are raised because ripgrep refuses this many signatures within its defaults.
            rg = ["rg", "--regex-size-limit", "4G", "--dfa-size-limit", "4G", "-c", "-f", str(base / "patterns.txt")]
            tried = subprocess.run([*rg, str(ROOT / "examples/vllm-oom.log")], capture_output=True, text=True, check=False)
            if tried.returncode > 1:
                print(f"  ripgrep: not evaluated, because it refuses the signatures: {tried.stderr.strip()[-200:]}")
            else:
                peer, _ = timed([*rg, str(large)], args.runs)
                print(f"  ripgrep -c -f, same signatures: {peer:.2f} s; firstmile / ripgrep = {ours / peer:.2f}")
        else:
            print("  ripgrep: not evaluated, because rg is not on the path")
        try:
            import drain3  # noqa: F401

            part = base / "part.log"
            with large.open("rb") as source:
                part.write_bytes(source.read(args.drain_mb * 1_000_000))
            peer, _ = timed([sys.executable, "-c", DRAIN, str(part)], 1)
            rate = args.drain_mb / peer
            print(f"  Drain3 on {args.drain_mb} MB: {rate:.1f} MB/s; firstmile / Drain3 throughput = {size / ours / rate:.0f}")
        except ImportError:
            print("  Drain3: not evaluated, because it is not installed")
        large.unlink()
        ranks = base / "ranks.log"
        eight_ranks(ranks, 68)
        ours, _ = timed([*FIRSTMILE, str(ranks)], args.runs)
        print(f"eight ranks, {ranks.stat().st_size / 1e6:.0f} MB: {ours:.2f} s, peak {peak_memory([*FIRSTMILE, str(ranks)]):.0f} MB")
        small = str(ROOT / "examples/vllm-oom.log")
        ours, _ = timed([*FIRSTMILE, small], 21)
        peer, _ = timed([sys.executable, "-c", "pass"], 21)
        print(f"small log: firstmile {ours * 1000:.0f} ms, python -c pass {peer * 1000:.0f} ms; ratio {ours / peer:.1f}")
        cases = [json.loads(line) for p in sorted((ROOT / "src/firstmile/casebook/data").glob("*.jsonl")) for line in p.read_text("utf-8").splitlines()]
        reports = base / "reports.jsonl"
        reports.write_text("".join(
            json.dumps({"id": str(n), "title": c["title"], "report": c["report"]}) + "\n"
            for n, c in ((n, cases[n % len(cases)]) for n in range(args.reports))
        ), "utf-8")
        ours, _ = timed([sys.executable, "-m", "firstmile", "diagnose", "--exit-zero", "--batch", str(reports)], args.runs)
        print(f"batch: {args.reports} reports in {ours:.2f} s = {args.reports / ours:.0f} a second")
        try:
            from sklearn.feature_extraction.text import TfidfVectorizer
            from sklearn.linear_model import LogisticRegression

            texts = [c["title"] + "\n" + c["report"] for c in cases]
            vectors = TfidfVectorizer(sublinear_tf=True, min_df=2)
            fitted = [
                LogisticRegression(max_iter=200).fit(vectors.fit_transform(texts), [c[k] for c in cases])
                for k in ("symptom", "root_cause", "stage")
            ]
            many = [texts[n % len(texts)] for n in range(args.reports)]
            start = time.perf_counter()
            x = vectors.transform(many)
            for model in fitted:
                model.predict_proba(x)
            peer = time.perf_counter() - start
            print(f"  TF-IDF + logistic regression, in process, labels only: {args.reports / peer:.0f} a second; ratio {peer / ours:.2f}")
        except ImportError:
            print("  TF-IDF: not evaluated, because scikit-learn is not installed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
