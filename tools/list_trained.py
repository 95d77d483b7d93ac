"""Write down which cases the ranker was trained on, so that `firstmile study evaluate` never measures on them unawares.

Usage: python tools/list_trained.py [--cases FILE.jsonl] [--zoo DIR]

Run it with the same files as `tools/train_ranker.py`. Only short hashes of ids are written, one a line.
"""

import argparse
import json
from pathlib import Path

from firstmile.study.evaluation.seen import LIST, names_of, short_hash

DATA = Path(__file__).resolve().parent.parent / "src/firstmile/casebook/data"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--zoo", type=Path)
    args = parser.parse_args()
    ids = [json.loads(line)["id"] for path in sorted(DATA.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    if args.cases:
        ids += [json.loads(line)["id"] for line in args.cases.read_text("utf-8").splitlines()]
    if args.zoo:
        ids += [f"zoo/{path.parent.name}" for path in args.zoo.glob("*/meta.json")]
    hashes = sorted({short_hash(name) for one in ids for name in names_of(one)})
    Path(LIST).write_text("".join(f"{one}\n" for one in hashes), "ascii")
    print(f"{len(set(ids))} cases, {len(hashes)} names")


if __name__ == "__main__":
    main()
