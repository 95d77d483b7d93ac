"""The compiled catalogue: an index, the modes' texts, and all signatures as one automaton, cached.

The first use after an installation compiles (about a second); later uses read three files and parse only
the modes that fire. A cache
that cannot be written is no error: the catalogue is then compiled each time.
"""

import json
import os
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from firstmile import __version__
from firstmile.diagnosis.anchors import ANCHORS
from firstmile.diagnosis.engine import Engine, Pattern, compile_engine, load_engine
from firstmile.diagnosis.matcher import Program, lay_out
from firstmile.failuremodes.mode import Mode, RemedyTemplate, Signature

_FOLDER = os.path.join(os.path.dirname(__file__), "failuremodes")


class Modes(Mapping[str, Mode]):
    """Modes by id, parsed from their JSON only when they are asked for."""

    def __init__(self, places: dict[str, list[int]], table: bytes) -> None:
        self._places, self._table = places, table
        self._built: dict[str, Mode] = {}

    def __getitem__(self, key: str) -> Mode:
        if key not in self._built:
            start, stop = self._places[key]
            self._built[key] = _mode_from(json.loads(self._table[start:stop]))
        return self._built[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Catalogue(NamedTuple):
    """What diagnosing needs: patterns below `program.size` are signatures, then come anchors."""

    modes: Mapping[str, Mode]
    program: Program
    engine: Engine


def _pairs(rows: list[list[Any]]) -> tuple[Any, ...]:
    return tuple((code, weight) for code, weight in rows)


def _mode_from(row: list[Any]) -> Mode:
    mode = Mode(*row)
    return mode._replace(
        symptoms=_pairs(row[5]), causes=_pairs(row[6]), stages=_pairs(row[7]),
        confirm=tuple(mode.confirm), explains=tuple(mode.explains),
        signatures=tuple(
            Signature(s[0], s[1], s[2], s[3], tuple(s[4]), tuple(s[5])) for s in mode.signatures
        ),
        remedies=tuple(RemedyTemplate(*r) for r in mode.remedies), sources=tuple(mode.sources),
        fires=(), silent=(),
    )


def _fingerprint() -> str:
    """Names, sizes and times of the catalogue's files; reading them all would cost more."""
    rows = [__version__, repr(ANCHORS)]
    with os.scandir(_FOLDER) as groups:
        for group in sorted((g for g in groups if g.is_dir()), key=lambda g: g.name):
            with os.scandir(group.path) as entries:
                for entry in sorted(entries, key=lambda e: e.name):
                    if entry.name.endswith(".toml"):
                        found = entry.stat()
                        rows.append(f"{entry.name}:{found.st_size}:{found.st_mtime_ns}")
    text = "\n".join(rows).encode()
    return f"{__version__}-{zlib.crc32(text):08x}{zlib.adler32(text):08x}"


def cache_folder() -> str:
    """Where compiled files live: FIRSTMILE_CACHE, or the user's cache folder."""
    if named := os.environ.get("FIRSTMILE_CACHE"):
        return named
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "firstmile")


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _write(path: str, data: bytes) -> None:
    """Write a whole file or nothing; failures are ignored, since it is only a cache."""
    import tempfile

    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        handle, name = tempfile.mkstemp(dir=os.path.dirname(path))
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
    except OSError:
        pass


def build() -> tuple[bytes, bytes, Engine]:
    """Compile from the TOML files: index, table of modes, engine.

    Raises:
        ModeError: a file of the catalogue is broken.
    """
    from firstmile.failuremodes.load import load_all

    modes = load_all()
    program, patterns = lay_out(modes)
    table = bytearray()
    places = {}
    for mode in modes:
        text = json.dumps(list(mode._replace(fires=(), silent=())), ensure_ascii=False).encode()
        places[mode.id] = [len(table), len(table) + len(text)]
        table += text
    anchors = (Pattern(anchor.pattern, anchor.ignore_case) for anchor in ANCHORS)
    index = json.dumps({"places": places, "program": program}).encode()
    return index, bytes(table), compile_engine((*patterns, *anchors))


def load() -> Catalogue:
    """The catalogue, from the cache where it fits this installation and machine."""
    stem = os.path.join(cache_folder(), _fingerprint())
    try:
        index, table, dumped = (_read(stem + end) for end in (".index", ".modes", ".hsdb"))
        parsed = json.loads(index)
        engine = load_engine(dumped)
    except (OSError, ValueError):
        index, table, engine = build()
        parsed = json.loads(index)
        for end, data in ((".index", index), (".modes", table), (".hsdb", engine.dump())):
            _write(stem + end, data)
    return Catalogue(Modes(parsed["places"], table), Program(*parsed["program"]), engine)
