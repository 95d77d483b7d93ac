"""The whole command line, declared."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from firstmile import __version__

# In the order of the help; each is a module here with `add` and `run`.
COMMANDS = ("diagnose", "explain", "modes", "schema", "study", "completion")


class _Formatter(argparse.HelpFormatter):
    """Measures the terminal only when help is printed; argparse would, for every declared option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)

    def format_help(self) -> str:
        import shutil

        self._width = shutil.get_terminal_size().columns - 2
        return super().format_help()


class _Parser(argparse.ArgumentParser):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"formatter_class": _Formatter, **kwargs})

    def error(self, message: str) -> NoReturn:
        """One sentence instead of usage and sentence."""
        self.exit(2, f"firstmile: {message}; see `{self.prog} --help`.\n")


def parser(only: str | None = None) -> argparse.ArgumentParser:
    """The whole command line, from which shell completion is made, too; or one command of it.

    A start declares the command that it runs and imports nothing of the others.
    """
    top = _Parser(
        prog="firstmile",
        description="Find out why a self-hosted LLM failed: offline, from any log or report.",
        epilog="Exit codes: 0 nothing wrong found, 1 findings, 2 could not run.",
    )
    top.add_argument("--version", action="version", version=f"firstmile {__version__}")
    # prog is given because argparse would format a usage line, at every start, to find it out.
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="firstmile")
    for name in (only,) if only else COMMANDS:
        import_module(f"firstmile.adapters.cli.{name}").add(commands)
    return top


def parse(given: Sequence[str]) -> argparse.Namespace:
    """Read a command line; exits with 2 and one sentence where it is wrong."""
    return parser(given[0] if given and given[0] in COMMANDS else None).parse_args(given)
