"""`firstmile study analyze`: the six questions, the three phenomena, and the published figures beside ours."""

import argparse

from firstmile.adapters.cli.study import corpus_option, database_option


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("analyze", help="answer the study's questions from the records")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--versions", action="append", default=[], metavar="BEFORE:AFTER", help="two models to compare (RQ6); may be repeated"
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="every leaf and every published figure")
    corpus_option(parser)
    database_option(parser)
    parser.set_defaults(run=run)


def versions(pairs: list[str]) -> tuple[tuple[str, str], ...]:
    """``["A:B"]`` as pairs. Raises InputError."""
    from firstmile.errors import InputError

    found = []
    for pair in pairs:
        before, colon, after = pair.partition(":")
        if not (before and colon and after):
            raise InputError(f"--versions {pair!r} is not BEFORE:AFTER, for instance Qwen:Qwen2.5.")
        found.append((before, after))
    return tuple(found)


def run(args: argparse.Namespace) -> int:
    """Print the analysis."""
    import json

    from firstmile.adapters.cli.diagnose import write
    from firstmile.study import database
    from firstmile.study.analysis.as_text import render
    from firstmile.study.analysis.document import analyse

    pairs = versions(args.versions)
    with database.opened(args.db) as connection:
        document = analyse(connection, args.corpus, pairs)
    if args.format == "json":
        write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        write(render(document, verbose=args.verbose))
    return 0
