"""Time and memory of `firstmile study` on synthetic records, from a thousand to a million.

Usage: python benchmarks/study_scale.py [--records 1000 100000 1000000] [--keep DIR]

Records are drawn at random: labels from the study's taxonomy with weights that fall off, 3 series, 6 models. Each command
runs as a process of its own; printed are wall time and the peak of its resident memory (a whole process, imports included).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from firstmile import taxonomy
from firstmile.study import database


def leaves(kind: str) -> list[str]:
    return [taxonomy.label_of(code) for code in sorted(taxonomy.leaf_codes(kind))]


def synthetic(path: Path, records: int) -> None:
    """A database with that many records, made by the database itself."""
    with database.opened(str(path), write=True, create=True) as connection, database.transaction(connection):
        connection.execute("INSERT INTO imports VALUES (1, 'synthetic', 'synthetic', 'benchmarks/study_scale.py', NULL, now(), ?)", [records])
        connection.execute("SELECT setseed(0.42)")
        connection.execute(
            # The square of a random number makes the first labels the frequent ones, as they are in life.
            "INSERT INTO records SELECT 'o/n' || (i % 6) || '#' || (i // 6 + 1) || '/1', 'synthetic', 'o/n' || (i % 6), i // 6 + 1, 1, "
            "'https://github.com/o/n' || (i % 6) || '/issues/' || (i // 6 + 1), CASE WHEN random() < 0.8 THEN 'closed' ELSE 'open' END, "
            "$symptoms[1 + floor(len($symptoms) * random() ** 2)::INT], $causes[1 + floor(len($causes) * random() ** 2)::INT], "
            "CASE WHEN random() < 0.79 THEN 'Inference' ELSE 'Fine-tuning' END, ['DeepSeek', 'Llama', 'Qwen'][1 + i % 3], "
            "['DeepSeek-V3', 'llama', 'Qwen', 'DeepSeek-R1', 'llama3', 'Qwen2.5'][1 + i % 6], 'Dense', '{}', 1, 'synthetic', i + 1 "
            "FROM range(?) t(i)".replace("?", str(int(records))),
            {"symptoms": leaves("symptom"), "causes": leaves("root_cause")})


def measured(*command: str) -> tuple[float, float]:
    """(seconds, MiB) of a process."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "firstmile", "study", *command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return time.perf_counter() - started, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    parser.add_argument("--keep", type=Path, help="keep the databases here")
    args = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        for records in args.records:
            db = folder / f"{records}.db"
            db.unlink(missing_ok=True)
            started = time.perf_counter()
            synthetic(db, records)
            row = {"records": records, "make_s": round(time.perf_counter() - started, 1), "file_MiB": db.stat().st_size >> 20}
            out = Path(temporary) / str(records)
            for name, command in {
                "analyze": ["analyze", "--format", "json"], "report": ["report", "--out", str(out / "report")],
                "export": ["export", "--out", str(out / "export")],
            }.items():
                seconds, peak = measured(*command, "--db", str(db))
                row |= {f"{name}_s": round(seconds, 1), f"{name}_MiB": round(peak)}
            row["page_MiB"] = round((out / "report" / "index.html").stat().st_size / (1 << 20), 1)
            rows.append(row)
            print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
