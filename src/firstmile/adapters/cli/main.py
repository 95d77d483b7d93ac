"""Entry point of the `firstmile` command."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from firstmile.adapters.cli.plain import plain
from firstmile.errors import InputError

if TYPE_CHECKING:
    import argparse


def _parsed(given: Sequence[str]) -> "argparse.Namespace":
    from firstmile.adapters.cli.parser import parse

    return parse(given)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; never shows a traceback for bad input."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    args = plain(given) or _parsed(given)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except InputError as error:
        from firstmile.report.safe import printable

        print(f"firstmile: {printable(str(error))}", file=sys.stderr)
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
