"""Train the ranker, and measure it by cross-validation beside TF-IDF with logistic regression on the same folds.

Usage: python tools/ranker [--cases FILE.jsonl] [--study DIR] [--zoo DIR ...] [--folds 5] [--evaluate-only] [--no-floor]

Reads the casebook (`src/firstmile/casebook`) and, where given, labelled cases (`gold_symptom`, `gold_root_cause`,
`gold_stage`), the study's public data, whose labels then stand for the casebook's own of the same threads, and
folders of fault logs. Writes `diagnosis/weights.fmtm`, `casebook/similar.fmsi` and `study/evaluation/trained_on.txt`
of the package, unless --evaluate-only. Needs the extra `train` (numpy, scipy; scikit-learn for the floor).
"""

import argparse
import sys
from pathlib import Path

import files
import rows as data
import scores
from model import MIX, SETTINGS, Trained


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--study", type=Path)
    parser.add_argument("--zoo", type=Path, action="append", default=[])
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--evaluate-only", action="store_true")
    parser.add_argument("--no-floor", action="store_true")
    args = parser.parse_args()
    rows = data.reports(args.cases, args.study)
    for folder in args.zoo:
        rows += data.logs(folder)
    extra = data.written()
    data.add_features([*rows, *extra])
    print(f"{len(rows)} reports and logs, {sum(bool(row['modes']) for row in rows)} with a fired root mode;"
          f" {len(extra)} written texts, trained on and not measured")
    print(scores.readers(rows))
    logits = scores.cross_validate(rows, args.folds, scores.ours(extra, SETTINGS))
    temperatures = {kind: scores.temperature(kind, logits[kind], rows) for kind in data.KINDS}
    print(f"\nfirstmile, {args.folds} folds\n{scores.table(rows, logits, temperatures, MIX)}")
    if not args.no_floor:
        floor = scores.cross_validate(rows, args.folds, scores.tf_idf)
        t = {kind: scores.temperature(kind, floor[kind], rows) for kind in data.KINDS}
        print(f"\nTF-IDF + logistic regression, the same folds\n{scores.table(rows, floor, t, dict.fromkeys(data.KINDS, 0.0))}")
    if not args.evaluate_only:
        files.write_weights(Trained([*rows, *extra], SETTINGS), temperatures)
        count = files.write_index(rows)
        files.write_trained(rows)
        print(f"\nwritten: weights, {count} confirmed cases, the list of {len(rows)} trained on")
    return 0


if __name__ == "__main__":
    sys.exit(main())
