"""`firstmile study export`: a corpus to pass on or to keep, with everything that says what it is."""

import argparse

from firstmile.adapters.cli.study import corpus_option, database_option, files_interrupted


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "export", help="records as Parquet, CSV and JSON lines, with schema, datasheet, licence notes, hashes")
    parser.add_argument("--out", metavar="DIR", required=True)
    parser.add_argument("--formats", default="parquet,csv,jsonl", metavar="LIST", help="parquet,csv,jsonl")
    parser.add_argument("--verify", action="store_true", help="only check DIR against its hashes; 1 if a file differs")
    corpus_option(parser)
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Export, or check an export."""
    from firstmile.adapters.cli.diagnose import write
    from firstmile.study import database, export

    formats = export.check_formats(args.formats)
    if args.verify:
        wrong = export.verify(args.out)
        write("".join(f"differs: {name}\n" for name in wrong) or "all files are as they were written\n")
        return 1 if wrong else 0
    try:
        with database.opened(args.db) as connection:
            names = export.export(connection, args.corpus, args.out, formats)
    except KeyboardInterrupt:
        return files_interrupted(args.out)
    write("".join(f"{args.out}/{name}\n" for name in names))
    return 0
