"""The plain form of the main job, read without argparse.

`firstmile diagnose crash.log` is what nearly everybody types. Importing and filling argparse takes a fifth of
such a start; everything that is not exactly this form goes there. `tests/cli/test_plain.py` holds both against
each other.
"""

from collections.abc import Sequence
from types import SimpleNamespace

_FORMATS = ("text", "json", "markdown", "html", "sarif")


def plain(given: Sequence[str]) -> SimpleNamespace | None:
    """`diagnose` with paths, ``-v``, ``--exit-zero`` and ``--format NAME``; None for anything else."""
    if not given or given[0] != "diagnose":
        return None
    from firstmile.adapters.cli.diagnose import run

    found = SimpleNamespace(
        command="diagnose", paths=[], launch=None, model=None, machine=None, batch=None, format="text",
        verbose=False, exit_zero=False, run=run,
    )
    words = iter(given[1:])
    closed = False
    for word in words:
        if not word.startswith("-") or word == "-":
            if closed:
                return None  # argparse has its own view of paths that stand apart
            found.paths.append(word)
            continue
        closed = bool(found.paths)
        if word in ("-v", "--verbose"):
            found.verbose = True
        elif word == "--exit-zero":
            found.exit_zero = True
        elif word == "--format":
            found.format = next(words, "")
        else:
            return None
    return found if found.format in _FORMATS and found.paths else None
