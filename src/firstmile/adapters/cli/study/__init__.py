"""`firstmile study`: one file a subcommand. They are declared only when `study` is asked for: others start faster."""

import argparse
from typing import Any

# Module and whether it exists as a subcommand, in the order in which a study uses them.
COMMANDS = ("import_", "collect", "funnel", "labels", "analyze", "report", "evaluate", "export")


def add(commands: "argparse._SubParsersAction[Any]", *, whole: bool) -> None:
    """Declare the command, and its own commands if the whole command line is wanted."""
    parser = commands.add_parser(
        "study",
        help="study many failures: import, collect, label, analyse, report",
        description="Study how LLMs fail: bring in labelled issues, analyse them, report. "
        "Everything is kept in one database file (--db).",
    )
    if not whole:
        return
    from importlib import import_module

    inner = parser.add_subparsers(dest="study_command", metavar="COMMAND", required=True, prog="firstmile study")
    for name in COMMANDS:
        import_module(f"{__name__}.{name}").add(inner)


def database_option(parser: argparse.ArgumentParser) -> None:
    """--db, alike everywhere."""
    parser.add_argument("--db", metavar="FILE", required=True, help="the study's database file")


def corpus_option(parser: argparse.ArgumentParser) -> None:
    """--corpus, alike everywhere."""
    parser.add_argument("--corpus", metavar="NAME", help="which records, if the database holds more than one corpus")
