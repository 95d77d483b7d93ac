"""`firstmile study labels`: people's labels, how far they agree, and what was decided where they do not."""

import argparse

from firstmile.adapters.cli.study import database_option


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command and its actions."""
    parser = commands.add_parser("labels", help="annotators' labels: add, compare, settle, adopt")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, prog="firstmile study labels")

    template = actions.add_parser("template", help="the items to label, as CSV, without proposals")
    template.add_argument("--step", choices=("keywords", "screen", "confirm"), default="confirm", help="items that passed this step")

    add_ = actions.add_parser("add", help="take in one annotator's file")
    add_.add_argument("file", metavar="FILE", help=".csv, .tsv or .jsonl with item, symptom, root_cause, stage, note")
    add_.add_argument("--annotator", required=True, metavar="NAME")
    add_.add_argument("--any-labels", action="store_true", help="take labels as they are, not only the study's")

    agree = actions.add_parser("agreement", help="kappa, alpha and AC1, per level and per label")
    agree.add_argument("--format", choices=("text", "json"), default="text")

    differ = actions.add_parser("disagreements", help="where annotators differ, and what was decided")
    differ.add_argument("--open", action="store_true", help="only those that were not adjudicated")

    judge = actions.add_parser("adjudicate", help="record a decision")
    judge.add_argument("item", metavar="OWNER/NAME#N")
    judge.add_argument("field", choices=("symptom", "root_cause", "stage"))
    judge.add_argument("label", metavar="LABEL")
    judge.add_argument("--by", default="", metavar="NAME")
    judge.add_argument("--reason", default="", metavar="TEXT")

    proposed = actions.add_parser("proposals", help="diagnose's proposals, for items that the annotator has judged already")
    proposed.add_argument("--annotator", required=True, metavar="NAME")

    adopt = actions.add_parser("adopt", help="make the settled labels a corpus that can be analysed")
    adopt.add_argument("--corpus", required=True, metavar="NAME")
    adopt.add_argument("--fewest", type=int, default=2, metavar="N", help="equal judgements that settle a label (2)")

    for action, run in (
        (template, _template), (add_, _add), (agree, _agreement), (differ, _disagreements), (judge, _adjudicate),
        (proposed, _proposals), (adopt, _adopt),
    ):
        database_option(action)
        action.set_defaults(run=run)


def _template(args: argparse.Namespace) -> int:
    from firstmile.adapters.cli.diagnose import write
    from firstmile.study import database, funnel
    from firstmile.study.items import item

    with database.opened(args.db) as connection:
        found = funnel.candidates(connection, args.step)
    write(funnel.as_csv(
        [(item(r, n), url, title, "", "", "", "") for r, n, url, title, _ in found],
        ("item", "url", "title", "symptom", "root_cause", "stage", "note"),
    ))
    return 0


def _add(args: argparse.Namespace) -> int:
    from firstmile.adapters.cli.diagnose import write
    from firstmile.study import database
    from firstmile.study.annotation import files, settle

    annotations = files.read(args.file, any_label=args.any_labels)
    with database.opened(args.db, write=True, create=True) as connection:
        before = settle.save(connection, args.annotator, annotations, args.file)
    write(f"{len(annotations)} items of {args.annotator}" + (f", in the place of {before}" if before else "") + "\n")
    return 0


def _agreement(args: argparse.Namespace) -> int:
    import json

    from firstmile.adapters.cli.diagnose import write
    from firstmile.study import database
    from firstmile.study.annotation import told

    with database.opened(args.db) as connection:
        agreed = told.document(connection)
    write(json.dumps(agreed, ensure_ascii=False, indent=2) + "\n" if args.format == "json" else told.as_text(agreed))
    return 0


def _disagreements(args: argparse.Namespace) -> int:
    from firstmile.adapters.cli.diagnose import write
    from firstmile.study import database
    from firstmile.study.annotation import settle, told

    with database.opened(args.db) as connection:
        found = [one for one in settle.disagreements(connection) if not (args.open and one.decided)]
    write(told.disagreements_as_text(found))
    return 0


def _adjudicate(args: argparse.Namespace) -> int:
    from firstmile.study import database, labels
    from firstmile.study.annotation import settle
    from firstmile.study.items import item, parse_item

    key = item(*parse_item(args.item, "ITEM"))
    label = labels.read(args.field, args.label, "LABEL").label
    with database.opened(args.db, write=True) as connection:
        settle.adjudicate(connection, key, args.field, label, args.by, args.reason)
    return 0


def _proposals(args: argparse.Namespace) -> int:
    from firstmile.adapters.cli.diagnose import write
    from firstmile.study import database, funnel

    with database.opened(args.db) as connection:
        # Only where this annotator has said their own word: a proposal seen before would be anchored on.
        rows = connection.execute(
            "SELECT a.item, a.symptom, p.symptom, a.root_cause, p.root_cause, a.stage, p.stage, round(p.confidence, 3), p.proposed_by "
            "FROM annotations a JOIN proposals p ON a.item = p.repository || '#' || p.number "
            "WHERE a.annotator = ? AND a.symptom IS NOT NULL AND a.root_cause IS NOT NULL AND a.stage IS NOT NULL ORDER BY 1",
            [args.annotator]).fetchall()
        waiting = database.count(connection, "SELECT count(*) FROM proposals")
    write(funnel.as_csv(rows, (
        "item", "symptom", "proposed_symptom", "root_cause", "proposed_root_cause", "stage", "proposed_stage", "confidence", "proposed_by")))
    if waiting > len(rows):
        import sys

        print(f"{waiting - len(rows)} proposals are not shown: {args.annotator} has not judged these items yet.", file=sys.stderr)
    return 0


def _adopt(args: argparse.Namespace) -> int:
    from firstmile.adapters.cli.diagnose import write
    from firstmile.errors import InputError
    from firstmile.study import database
    from firstmile.study.annotation import adopt

    if args.fewest < 1:
        raise InputError("--fewest is at least 1.")
    with database.opened(args.db, write=True) as connection:
        done, open_ = adopt.adopt(connection, args.corpus, args.fewest)
    write(f"{done} items adopted as corpus {args.corpus!r}\n")
    if open_:
        write(f"{len(open_)} not settled, left out:\n" + "".join(f"  {item}  {why}\n" for item, why in list(open_.items())[:20]))
    return 0
