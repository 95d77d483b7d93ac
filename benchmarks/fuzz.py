"""Damage real logs at random and diagnose them: how many inputs, how many crashes, the slowest answer.

Usage: python benchmarks/fuzz.py [--inputs 5000] [--seed 1]

A refusal with one sentence (`InputError`) is an answer; any other exception is a crash and is printed.
"""

import argparse
import io
import random
import sys
import time
from pathlib import Path

from firstmile.diagnosis.session import Session
from firstmile.errors import InputError
from firstmile.facts.context import Context
from firstmile.report.as_html import render as as_html
from firstmile.report.as_json import render as as_json
from firstmile.report.as_text import render as as_text

ROOT = Path(__file__).resolve().parent.parent
BAIT = (
    b"\x00" * 64, b"\xff\xfe", b"\x1f\x8b\x08", b"\x1b[31m\x1b]0;title\x07", "\u202e\u2066".encode(), b"<script>alert(1)</script>", b"a" * 5000,
    b"Traceback (most recent call last):\n", b"RuntimeError: " * 400, b"CUDA out of memory. Tried to allocate " + b"9" * 300 + b" GiB",
    b"'loss': nan, 'loss': " + b"1e" * 200, b"((((" * 500, b"\\" * 999, "错误：显存不足".encode() * 50, b"{" * 2000, b"\r" * 3000,
    b'"content": "' + b"\\" * 4001, b"output: " + b"ab" * 4000, b"%|" * 1000, b"--tensor-parallel-size " + b"9" * 400,
)


def damaged(data: bytes, rng: random.Random) -> bytes:
    """One to six random changes."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(out) + 1)
        match rng.randrange(6):
            case 0:
                out[at : at + rng.randrange(1, 200)] = b""
            case 1:
                out[at:at] = rng.choice(BAIT)
            case 2:
                out[at:at] = rng.randbytes(rng.randrange(1, 60))
            case 3:
                out[at:at] = out[: rng.randrange(2000)] * rng.randrange(1, 4)
            case 4:
                del out[at:]
            case _:
                for _ in range(rng.randrange(1, 50)):
                    if out:
                        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    seeds = [path.read_bytes() for path in sorted((*ROOT.glob("examples/*.log"), *ROOT.glob("zoo/logs/*.log")))]
    session = Session.load()
    refused = crashed = 0
    slowest = 0.0
    for number in range(args.inputs):
        data = damaged(rng.choice(seeds), rng)
        start = time.perf_counter()
        try:
            diagnosis = session.diagnose_streams([("fuzz.log", io.BytesIO(data))], Context())
            for render in (as_json, as_html, as_text):
                render(diagnosis)
        except InputError:
            refused += 1
        except Exception as error:
            crashed += 1
            print(f"input {number}: {error!r}")
        slowest = max(slowest, time.perf_counter() - start)
    print(f"{args.inputs} damaged logs (seed {args.seed}): {crashed} crashes, {refused} refused in one sentence, slowest {slowest * 1000:.0f} ms")
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main())
