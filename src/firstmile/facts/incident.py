"""Read all sources of one failure once: where patterns match, and the text around them.

Small sources are kept whole. Of large ones the head, the tail and windows around matches are kept, so
memory does not grow with the input.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from firstmile.diagnosis.engine import Engine
from firstmile.diagnosis.matcher import scan_block
from firstmile.facts.source import Block, blocks
from firstmile.model import Evidence

WHOLE = 1 << 20
_HEAD = _TAIL = 64 << 10
_WINDOW_BEFORE, _WINDOW_AFTER = 6 << 10, 3 << 10
_MAX_WINDOWS = 96
_MAX_HITS_PER_PATTERN = 64
_LONGEST_SHOWN = 600


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


def _shown(line: bytes) -> str:
    text = line.rsplit(b"\r", 1)[-1] if line.rstrip(b"\r").count(b"\r") else line
    return text.decode("utf-8", "replace").strip()[:_LONGEST_SHOWN]


class _Reader:
    """Gathers one source."""

    def __init__(self, name: str, engine: Engine) -> None:
        self.name, self.engine = name, engine
        self.hits: list[Hit] = []
        self.kept: list[tuple[int, bytes]] = []  # (first line, text) of whole small sources
        self.windows: list[tuple[int, bytes]] = []
        self.head: tuple[int, bytes] | None = None
        self.tail: list[tuple[int, bytes]] = []
        self.counts: dict[int, int] = {}
        self.size = self.lines = 0

    def take(self, block: Block) -> None:
        """Scan a block and keep what is worth keeping."""
        data = block.data
        # Cheap first: count newlines only up to each match, in order of position.
        found = sorted(scan_block(self.engine, data), key=lambda f: f[1])
        at, line = 0, block.first_line
        last_window = -1
        for pattern, start, stop in found:
            line += data.count(b"\n", at, start)
            at = start
            if self.counts.get(pattern, 0) >= _MAX_HITS_PER_PATTERN:
                continue
            self.counts[pattern] = self.counts.get(pattern, 0) + 1
            evidence = Evidence(self.name, line, _shown(data[start : min(stop, start + 8192)]))
            self.hits.append(Hit(pattern, evidence))
            if start > last_window and len(self.windows) < _MAX_WINDOWS:
                begin = data.rfind(b"\n", 0, max(start - _WINDOW_BEFORE, 0)) + 1
                if start - begin > 2 * _WINDOW_BEFORE:
                    begin = start
                end = min(stop + _WINDOW_AFTER, len(data))
                self.windows.append(
                    (line - data.count(b"\n", begin, start), data[begin:end])
                )
                last_window = end
        if self.size <= WHOLE:
            self.kept.append((block.first_line, data))
        if self.head is None:
            self.head = (block.first_line, data[:_HEAD])
        self.tail = [*self.tail[-1:], (block.first_line, data)]
        self.size += len(data)
        self.lines = block.first_line + data.count(b"\n")

    def excerpts(self) -> Iterator[Excerpt]:
        """The kept text in order of lines."""
        if self.size <= WHOLE:
            text = b"".join(data for _, data in self.kept)
            yield Excerpt(self.name, 1, text.decode("utf-8", "replace"))
            return
        first, data = self.tail[-1]
        cut = max(data.rfind(b"\n", 0, max(len(data) - _TAIL, 0)) + 1, len(data) - 4 * _TAIL)
        tail = (first + data.count(b"\n", 0, cut), data[cut:])
        head = [self.head] if self.head else []
        for line, kept in [*head, *self.windows, tail]:
            yield Excerpt(self.name, line, kept.decode("utf-8", "replace"))


def read(
    streams: list[tuple[str, BinaryIO]],
    engine: Engine,
    progress: Callable[[int], None] | None = None,
) -> Incident:
    """Read every stream to its end.

    Raises:
        InputError: a source is not text or breaks off.
    """
    incident = Incident([], [], {})
    for name, stream in streams:
        reader = _Reader(name, engine)
        for block in blocks(stream, name):
            reader.take(block)
            if progress:
                progress(len(block.data))
        incident.hits.extend(reader.hits)
        incident.excerpts.extend(reader.excerpts())
        incident.sizes[name] = (reader.size, reader.lines)
    return incident


def from_text(text: str, engine: Engine, name: str = "report") -> Incident:
    """An incident of one small text, without a stream; used for batches."""
    from firstmile.facts.source import clean

    reader = _Reader(name, engine)
    data = clean(text.encode("utf-8", "surrogatepass"))
    reader.take(Block(data, 1))
    return Incident(reader.hits, [Excerpt(name, 1, data.decode("utf-8", "replace"))], {name: (len(data), reader.lines)})
