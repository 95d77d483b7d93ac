"""`firstmile study report`: the page to look at, figures and tables for a paper."""

import argparse

from firstmile.adapters.cli.study import corpus_option, database_option, files_interrupted


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "report", help="one HTML page, figures as SVG and PDF, tables as CSV and LaTeX",
        description="Write DIR/index.html (needs no network), DIR/figures, DIR/tables and DIR/study.json.",
    )
    parser.add_argument("--out", metavar="DIR", required=True)
    parser.add_argument("--versions", action="append", default=[], metavar="BEFORE:AFTER", help="two models to compare (RQ6)")
    parser.add_argument("--no-figures", action="store_true", help="page and tables only")
    corpus_option(parser)
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the report and say where it is."""
    import os

    from firstmile.adapters.cli.diagnose import write
    from firstmile.adapters.cli.study.analyze import versions
    from firstmile.study import database
    from firstmile.study.reporting import report
    from firstmile.study.reporting import write as writing

    pairs = versions(args.versions)
    try:
        with database.opened(args.db) as connection:
            names = writing.folder(args.out, report.files(connection, args.corpus, pairs, figures=not args.no_figures))
    except KeyboardInterrupt:
        return files_interrupted(args.out)
    write(f"{len(names)} files; open {os.path.join(args.out, 'index.html')}\n")
    return 0
