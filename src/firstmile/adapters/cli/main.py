"""Entry point of the `firstmile` command."""

import argparse
import os
import sys
from collections.abc import Sequence

from firstmile import __version__
from firstmile.adapters.cli import completion, diagnose, explain, modes, schema, study
from firstmile.errors import InputError


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> "NoReturn":  # type: ignore[name-defined]  # noqa: F821
        """One sentence instead of usage and sentence."""
        self.exit(2, f"firstmile: {message}; see `{self.prog} --help`.\n")


def parser(*, whole: bool = True) -> argparse.ArgumentParser:
    """The command line; also what shell completion is made from. Not whole: without `study`'s own commands."""
    top = _Parser(
        prog="firstmile",
        description="Find out why a self-hosted LLM failed: offline, from any log or report.",
        epilog="Exit codes: 0 nothing wrong found, 1 findings, 2 could not run.",
    )
    top.add_argument("--version", action="version", version=f"firstmile {__version__}")
    # prog is given because argparse would format a usage line, at every start, to find it out.
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="firstmile")
    for command in (diagnose, explain, modes, schema, completion):
        command.add(commands)
    study.add(commands, whole=whole)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; never shows a traceback for bad input."""
    given = sys.argv[1:] if arguments is None else arguments
    args = parser(whole="study" in given[:1]).parse_args(given)
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


if __name__ == "__main__":
    sys.exit(main())
