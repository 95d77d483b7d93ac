"""`firstmile study evaluate`: the diagnoser against labelled cases, beside what simpler guesses reach."""

import argparse


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("evaluate", help="measure diagnose on labelled cases")
    parser.add_argument("cases", metavar="CASES.jsonl", help="id, title, report, symptom, root_cause, stage (or gold_...)")
    parser.add_argument("--out", metavar="DIR", help="also write document, figures and the list of misses")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("-v", "--verbose", action="store_true", help="all misses")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Measure, print, and write what was asked for."""
    from firstmile.adapters.cli.diagnose import write
    from firstmile.errors import InputError
    from firstmile.study.evaluation import cases

    found_cases = cases.read(args.cases)
    try:
        from firstmile.study.evaluation import document, told
    except ImportError:
        raise InputError("`firstmile study` needs more packages; run `pip install 'firstmile[study]'`.") from None
    found = document.evaluate(found_cases)
    if args.out:
        from firstmile.study.reporting.write import folder

        folder(args.out, told.files(found))
    write(told.as_json(found) if args.format == "json" else told.as_text(found, verbose=args.verbose))
    return 0
