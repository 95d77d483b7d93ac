"""The compiled catalogue: modes as JSON and all signatures as one automaton, cached by content.

The first use after an installation compiles (about a second); later uses read two files. A cache
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
    """Modes by id, built from their JSON only when they are asked for."""

    def __init__(self, raw: dict[str, list[Any]]) -> None:
        self._raw = raw
        self._built: dict[str, Mode] = {}

    def __getitem__(self, key: str) -> Mode:
        if key not in self._built:
            self._built[key] = _mode_from(self._raw[key])
        return self._built[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


class Catalogue(NamedTuple):
    """What diagnosing needs: patterns `[0, len(program.patterns))` are signatures, then anchors."""

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


def build() -> tuple[dict[str, Any], Engine]:
    """Compile from the TOML files: the JSON part and the engine.

    Raises:
        ModeError: a file of the catalogue is broken.
    """
    from firstmile.failuremodes.load import load_all

    modes = load_all()
    program = lay_out(modes)
    engine = compile_engine((*program.patterns, *(Pattern(a.pattern, a.ignore_case) for a in ANCHORS)))
    raw = {
        "modes": {mode.id: list(mode._replace(fires=(), silent=())) for mode in modes},
        "patterns": [list(p) for p in program.patterns],
        "main": program.main,
        "conditions": [[*key, *value] for key, value in program.conditions.items()],
    }
    return raw, engine


def load() -> Catalogue:
    """The catalogue, from the cache where it fits this installation."""
    stem = _fingerprint()
    folder = cache_folder()
    data_path, engine_path = os.path.join(folder, f"{stem}.json"), os.path.join(folder, f"{stem}.hsdb")
    try:
        raw = json.loads(_read(data_path))
        dumped = _read(engine_path)
        engine = None
    except (OSError, ValueError):
        raw, engine = build()
        raw = json.loads(text := json.dumps(raw, ensure_ascii=False))
        _write(data_path, text.encode())
        _write(engine_path, engine.dump())
    patterns = tuple(Pattern(*p) for p in raw["patterns"])
    program = Program(
        patterns,
        tuple(tuple((mode, index) for mode, index in keys) for keys in raw["main"]),
        {(mode, index): (tuple(a), tuple(w)) for mode, index, a, w in raw["conditions"]},
    )
    if engine is None:
        everything = (*patterns, *(Pattern(a.pattern, a.ignore_case) for a in ANCHORS))
        engine = load_engine(dumped, everything)
    return Catalogue(Modes(raw["modes"]), program, engine)
