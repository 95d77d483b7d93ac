"""Read all sources of one failure once: where patterns match, and the text around them.

Small sources are kept whole. Of large ones the head, the tail and windows around matches are kept, so
memory does not grow with the input.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import BinaryIO, NamedTuple

from firstmile.diagnosis.engine import Engine, Engines
from firstmile.diagnosis.matcher import scan_block
from firstmile.facts.source import Block, blocks, clean
from firstmile.model import Evidence

WHOLE = 1 << 20
_HEAD = _TAIL = 64 << 10
_WINDOW_BEFORE, _WINDOW_AFTER = 6 << 10, 3 << 10
_MAX_WINDOWS = 96
_MAX_HITS_PER_PATTERN = 64
_LONGEST_SHOWN = 600
_BEFORE_MATCH = 100  # reports show the beginning of what is kept, so the match stands there


class Hit(NamedTuple):
    """A pattern that matched on a line."""

    pattern: int
    evidence: Evidence


class Excerpt(NamedTuple):
    """Text kept for closer reading."""

    source: str
    first_line: int
    text: str


class Incident(NamedTuple):
    """What was read of one failure."""

    hits: list[Hit]
    excerpts: list[Excerpt]
    sizes: dict[str, tuple[int, int]]  # source -> bytes, lines

    @property
    def text(self) -> str:
        """All that was kept, in order."""
        return "\n".join(excerpt.text for excerpt in self.excerpts)

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return sum(size for size, _ in self.sizes.values()) <= WHOLE


def _shown(data: bytes, start: int, stop: int, end: int) -> str:
    """The line, or of a long one the part around the match that ends at `end`."""
    if stop - start > _LONGEST_SHOWN:
        start = max(start, end - _BEFORE_MATCH)
        stop = min(stop, start + _LONGEST_SHOWN)
    return data[start:stop].decode("utf-8", "replace").strip()


class _Reader:
    """Gathers one source."""

    def __init__(self, name: str, engines: Engines) -> None:
        self.name, self.engines = name, engines
        self.hits: list[Hit] = []
        self.kept: list[tuple[int, bytes]] = []  # (first line, text) of whole small sources
        self.windows: list[tuple[int, bytes]] = []
        self.head: tuple[int, bytes] | None = None
        self.tail: list[tuple[int, bytes]] = []
        self.counts: dict[int, int] = {}
        self.size = self.lines = 0

    def _match(self, engine: Engine, data: bytes, first_line: int) -> list[tuple[int, int, int]]:
        """Add hits; (line, start, stop) of those that were added, in order of position."""
        # Cheap first: count newlines only up to each match.
        added = []
        at, line = 0, first_line
        for pattern, start, stop, end in sorted(scan_block(engine, data), key=itemgetter(1)):
            line += data.count(b"\n", at, start)
            at = start
            if self.counts.get(pattern, 0) >= _MAX_HITS_PER_PATTERN:
                continue
            self.counts[pattern] = self.counts.get(pattern, 0) + 1
            self.hits.append(Hit(pattern, Evidence(self.name, line, _shown(data, start, stop, end))))
            added.append((line, start, stop))
        return added

    def take(self, block: Block) -> None:
        """Look for what programs print, and keep what is worth keeping."""
        data = block.data
        last_window = -1
        for line, start, stop in self._match(self.engines.log, data, block.first_line):
            if start > last_window and len(self.windows) < _MAX_WINDOWS:
                begin = data.rfind(b"\n", 0, max(start - _WINDOW_BEFORE, 0)) + 1
                if start - begin > 2 * _WINDOW_BEFORE:
                    begin = start
                end = min(stop + _WINDOW_AFTER, len(data))
                self.windows.append((line - data.count(b"\n", begin, start), data[begin:end]))
                last_window = end
        if self.size <= WHOLE:
            self.kept.append((block.first_line, data))
        if self.head is None:
            self.head = (block.first_line, data[:_HEAD])
        self.tail = [*self.tail[-1:], (block.first_line, data)]
        self.size += len(data)
        self.lines = block.first_line + block.newlines

    def _parts(self) -> list[tuple[int, bytes]]:
        """The kept text in order of lines."""
        if self.size <= WHOLE:
            return [(1, b"".join(data for _, data in self.kept))]
        first, data = self.tail[-1]
        cut = max(data.rfind(b"\n", 0, max(len(data) - _TAIL, 0)) + 1, len(data) - 4 * _TAIL)
        head = [self.head] if self.head else []
        return [*head, *self.windows, (first + data.count(b"\n", 0, cut), data[cut:])]

    def finish(self) -> list[Excerpt]:
        """Look for prose in the kept text, and hand that text out."""
        excerpts = []
        for first_line, data in self._parts():
            self._match(self.engines.prose, data, first_line)
            excerpts.append(Excerpt(self.name, first_line, data.decode("utf-8", "replace")))
        return excerpts


def read(
    streams: list[tuple[str, BinaryIO]],
    engines: Engines,
    progress: Callable[[int], None] | None = None,
) -> Incident:
    """Read every stream to its end.

    Raises:
        InputError: a source is not text or breaks off.
    """
    incident = Incident([], [], {})
    for name, stream in streams:
        reader = _Reader(name, engines)
        for block in blocks(stream, name):
            reader.take(block)
            if progress:
                progress(len(block.data))
        incident.excerpts.extend(reader.finish())
        incident.hits.extend(reader.hits)
        incident.sizes[name] = (reader.size, reader.lines)
    return incident


def from_text(text: str, engines: Engines, name: str = "report") -> Incident:
    """An incident of one small text, without a stream; used for batches."""
    reader = _Reader(name, engines)
    data = clean(text.encode("utf-8", "surrogatepass"))
    reader.take(Block(data, 1, data.count(b"\n")))
    excerpts = reader.finish()
    return Incident(reader.hits, excerpts, {name: (reader.size, reader.lines)})
