"""Entry point of the `firstmile` command."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from firstmile import __version__
from firstmile.errors import InputError

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
    def __init__(self, *args: "Any", **kwargs: "Any") -> None:  # type: ignore[name-defined]  # noqa: F821
        super().__init__(*args, **{"formatter_class": _Formatter, **kwargs})

    def error(self, message: str) -> "NoReturn":  # type: ignore[name-defined]  # noqa: F821
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; never shows a traceback for bad input."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    args = parser(given[0] if given and given[0] in COMMANDS else None).parse_args(given)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except InputError as error:
        print(f"firstmile: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("firstmile: interrupted; nothing was written.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader went away (`| head`): not an error of ours; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except MemoryError:
        print("firstmile: not enough memory to read this input; give a smaller part.", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"firstmile: {error.strerror or error}; nothing was concluded.", file=sys.stderr)
        return 2


def script() -> None:
    """The console script: `main`, then out at once.

    Taking the interpreter down orderly would cost a fifth of a start: it frees automata and tables that
    the system takes back anyway. Everything is flushed before.
    """
    import gc

    gc.disable()  # one short run makes no garbage worth a collection; batches turn it on again
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)
