"""The compiled catalogue: an index, the modes' texts, and all patterns as two automata.

An installed package carries it ready made (`hatch_build.py` compiles while the wheel is built). In a
checkout, or where the automata do not fit this processor, the first use compiles (some seconds) and keeps
the result in a cache; a cache that cannot be written is no error. A start reads four files and parses
only the modes that fire.
"""

import json
import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from firstmile import __version__
from firstmile.diagnosis.anchors import ANCHORS
from firstmile.diagnosis.concepts import Lexicon
from firstmile.diagnosis.engine import Engine, Engines, Pattern, compile_engine, load_engine
from firstmile.diagnosis.matcher import Program, lay_out
from firstmile.failuremodes.mode import Mode, RemedyTemplate, Signature
from firstmile.mapped import mapped

_HERE = os.path.dirname(__file__)
_FOLDER = os.path.join(_HERE, "failuremodes")
_CONCEPTS = os.path.join(_HERE, "diagnosis", "concepts.toml")
BUILT = os.path.join(_HERE, "built")  # exists in an installed package only


class Modes(Mapping[str, Mode]):
    """Modes by id, parsed from their JSON only when they are asked for."""

    def __init__(self, places: dict[str, list[int]], table: bytes | memoryview) -> None:
        self._places, self._table = places, table
        self._built: dict[str, Mode] = {}

    def __getitem__(self, key: str) -> Mode:
        if key not in self._built:
            start, stop = self._places[key]
            self._built[key] = _mode_from(json.loads(bytes(self._table[start:stop])))
        return self._built[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Catalogue(NamedTuple):
    """What diagnosing needs. Patterns are numbered: `program.size` signatures, then the anchors."""

    modes: Mapping[str, Mode]
    program: Program
    lexicon: Lexicon
    engines: Engines


class Compiled(NamedTuple):
    """A catalogue as bytes, by the names of its files."""

    places: bytes
    modes: bytes | memoryview
    log: bytes
    prose: bytes
    concepts: bytes


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
    rows = [__version__, repr(ANCHORS), repr(os.stat(_CONCEPTS).st_mtime_ns)]
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


def _write(path: str, data: bytes | memoryview) -> None:
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


def build() -> tuple[Compiled, Catalogue]:
    """Compile from the TOML files.

    Raises:
        ModeError: a file of the catalogue is broken.
    """
    from firstmile.diagnosis.concepts import load_concepts
    from firstmile.failuremodes.load import load_all

    modes = load_all()
    program, patterns = lay_out(modes)
    table = bytearray()
    places = {}
    for mode in modes:
        text = json.dumps(list(mode._replace(fires=(), silent=())), ensure_ascii=False).encode()
        places[mode.id] = [len(table), len(table) + len(text)]
        table += text
    concepts = load_concepts(_CONCEPTS)
    anchors = [Pattern(anchor.pattern, anchor.ignore_case) for anchor in ANCHORS]
    numbered = list(enumerate((*patterns, *anchors)))
    engines = Engines(
        compile_engine([*numbered[: program.first_prose], *numbered[program.size :]]),
        compile_engine(numbered[program.first_prose : program.size]),
    )
    said = compile_engine(list(enumerate(pattern for _, pattern in concepts)))
    names = [name for name, _ in concepts]
    index = json.dumps({"places": places, "program": program, "concepts": names}).encode()
    compiled = Compiled(index, bytes(table), engines.log.dump(), engines.prose.dump(), said.dump())
    return compiled, _catalogue(compiled, engines, lambda: said)


def _catalogue(compiled: Compiled, engines: Engines, concepts: Callable[[], Engine]) -> Catalogue:
    index = json.loads(compiled.places)
    return Catalogue(
        Modes(index["places"], compiled.modes), Program(*index["program"]), Lexicon(index["concepts"], concepts), engines
    )


def _restore(stem: str) -> Catalogue:
    """Read compiled files. Raises OSError or ValueError where they are absent or do not fit."""
    concepts = stem + "concepts"
    os.stat(concepts)
    compiled = Compiled(
        _read(stem + "places"), mapped(stem + "modes"), _read(stem + "log"), _read(stem + "prose"), b""
    )
    engines = Engines(load_engine(compiled.log), load_engine(compiled.prose))
    return _catalogue(compiled, engines, lambda: load_engine(_read(concepts)))


def load() -> Catalogue:
    """The catalogue as it was installed, else from the cache, else compiled now."""
    try:
        return _restore(os.path.join(BUILT, ""))
    except (OSError, ValueError):
        pass
    stem = os.path.join(cache_folder(), _fingerprint() + ".")
    try:
        return _restore(stem)
    except (OSError, ValueError):
        compiled, catalogue = build()
        for name, data in compiled._asdict().items():
            _write(stem + name, data)
        return catalogue
