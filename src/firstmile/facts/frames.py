"""Where a Python traceback went through: functions and packages."""

import re
from typing import NamedTuple

from firstmile.facts.incident import Excerpt

_FRAME = r'File "([^"\n]{1,300})", line \d+, in ([\w<>.]{1,80})'
_PACKAGE = r"(?:site-packages|dist-packages|lib/python3\.\d+(?!/(?:site|dist)-))[/\\]([A-Za-z_]\w*)"


class Frames(NamedTuple):
    """Names in order of appearance; `last` is the package that raised, or ``user`` for the user's own code."""

    functions: list[str]
    packages: list[str]
    last: str | None


def frames(excerpts: list[Excerpt], most: int = 400) -> Frames:
    """The last `most` frames of all tracebacks."""
    found: list[tuple[str, str]] = []
    for excerpt in excerpts:
        if 'File "' in excerpt.text:
            found.extend(re.findall(_FRAME, excerpt.text))
    found = found[-most:]
    packages = [match[1] if (match := re.search(_PACKAGE, path)) else "user" for path, _ in found]
    functions = list(dict.fromkeys(name for _, name in found))
    return Frames(functions, list(dict.fromkeys(packages)), packages[-1] if packages else None)
