"""Match many patterns over bytes in one pass: Hyperscan where it is installed, `re` elsewhere.

Both engines report, per block, each pattern's first match only, so that the work on a hostile block
is bounded by the number of patterns and not by the number of matches.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

try:
    import hyperscan
except ImportError:  # there is no wheel for this platform
    hyperscan = None  # type: ignore[assignment]  # "no module" has no type of its own


class Pattern(NamedTuple):
    """A regular expression over bytes."""

    expression: str
    ignore_case: bool = False


Numbered = Sequence[tuple[int, Pattern]]


class Engines(NamedTuple):
    """Two engines over one numbering of patterns.

    `log` holds what programs print and reads every byte; `prose` holds what people write (and the
    conditions of other signatures) and reads only text that is kept: a report, or the telling parts of a
    large log. Prose costs six times as much a byte, and nobody writes prose in the middle of a gigabyte.
    """

    log: "Engine"
    prose: "Engine"


class Engine(Protocol):
    """Finds the first match of every pattern in a block."""

    def scan(self, block: bytes) -> list[tuple[int, int]]:
        """(pattern number, end offset of its first match) for each pattern that matches."""

    def dump(self) -> bytes:
        """What `load` needs to restore this engine; empty when there is nothing to save."""


class HyperscanEngine:
    """All patterns in one automaton."""

    def __init__(self, database: "hyperscan.Database") -> None:
        self._database = database
        self._found: list[tuple[int, int]] = []
        found = self._found

        def keep(pattern: int, _start: int, end: int, _flags: int, _context: object) -> None:
            found.append((pattern, end))

        self._keep: Callable[..., None] = keep

    @classmethod
    def compile(cls, numbered: Numbered) -> "HyperscanEngine":
        """Compile patterns. Raises `hyperscan.HyperscanError` for one that it cannot express."""
        database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        single, caseless = hyperscan.HS_FLAG_SINGLEMATCH, hyperscan.HS_FLAG_CASELESS
        database.compile(
            expressions=[p.expression.encode() for _, p in numbered],
            ids=[number for number, _ in numbered],
            flags=[single | (caseless if p.ignore_case else 0) for _, p in numbered],
        )
        return cls(database)

    @classmethod
    def load(cls, dumped: bytes) -> "HyperscanEngine":
        """Restore what `dump` gave. Raises `hyperscan.HyperscanError` for another machine's bytes."""
        database = hyperscan.loadb(dumped, hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)  # compile() does this, loadb() does not
        return cls(database)

    def dump(self) -> bytes:
        """The serialised automaton; it fits this CPU family and Hyperscan version only."""
        return bytes(hyperscan.dumpb(self._database))

    def scan(self, block: bytes) -> list[tuple[int, int]]:
        """See `Engine`."""
        self._found.clear()
        self._database.scan(block, match_event_handler=self._keep)
        return list(self._found)


class ReEngine:
    """The same answers from a loop over `re`: slower by three orders of magnitude, runs anywhere."""

    def __init__(self, numbered: Numbered) -> None:
        self._compiled = [
            (number, re.compile(p.expression.encode(), re.IGNORECASE if p.ignore_case else 0))
            for number, p in numbered
        ]

    def dump(self) -> bytes:
        """Nothing to save."""
        return b""

    def scan(self, block: bytes) -> list[tuple[int, int]]:
        """See `Engine`."""
        found = []
        for number, compiled in self._compiled:
            if match := compiled.search(block):
                found.append((number, match.end()))
        return found


def compile_engine(numbered: Numbered) -> Engine:
    """The fastest engine that this machine has."""
    return HyperscanEngine.compile(numbered) if hyperscan else ReEngine(numbered)


def load_engine(dumped: bytes) -> Engine:
    """Restore an engine from `dump`. Raises ValueError for bytes of another machine or version."""
    if not hyperscan or not dumped:
        raise ValueError("nothing to restore here")
    try:
        return HyperscanEngine.load(dumped)
    except hyperscan.HyperscanError as error:
        raise ValueError(str(error)) from None
