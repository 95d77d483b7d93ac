"""`firstmile study`: one file a subcommand. A module imports what it needs when it runs, not when it is declared."""

import argparse
import gc
from importlib import import_module
from typing import Any

from firstmile.errors import InputError

# In the order in which a study uses them.
COMMANDS = ("import_", "collect", "funnel", "labels", "analyze", "report", "evaluate", "export")


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command and its own commands."""
    gc.enable()  # `script` turns it off for short runs; collecting or reporting is not one
    parser = commands.add_parser(
        "study",
        help="study many failures: import, collect, label, analyse, report",
        description="Study how LLMs fail: bring in labelled issues, analyse them, report. "
        "Everything is kept in one database file (--db).",
    )
    inner = parser.add_subparsers(dest="study_command", metavar="COMMAND", required=True, prog="firstmile study")
    for name in COMMANDS:
        import_module(f"{__name__}.{name}").add(inner)
    for command in inner.choices.values():
        _explain_missing_packages(command)


def _explain_missing_packages(command: argparse.ArgumentParser) -> None:
    """One sentence instead of a traceback where the extra is not installed."""
    run = command.get_default("run")
    if run is None:  # it has commands of its own
        return

    def guarded(args: argparse.Namespace) -> int:
        try:
            code: int = run(args)
            return code
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("firstmile"):
                raise
            raise InputError(f"`firstmile study` needs {error.name}; run `pip install 'firstmile[study]'`.") from None

    command.set_defaults(run=guarded)


def files_interrupted(out: str) -> int:
    """What Ctrl-C means while a folder is written: `main` would say that nothing was."""
    import sys

    print(f"firstmile: interrupted; the files in {out} are whole but not all there, run it again for the rest.", file=sys.stderr)
    return 130


def database_option(parser: argparse.ArgumentParser) -> None:
    """--db, alike everywhere."""
    parser.add_argument("--db", metavar="FILE", required=True, help="the study's database file")


def corpus_option(parser: argparse.ArgumentParser) -> None:
    """--corpus, alike everywhere."""
    parser.add_argument("--corpus", metavar="NAME", help="which records, if the database holds more than one corpus")
