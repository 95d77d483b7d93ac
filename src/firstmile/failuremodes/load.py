"""Read and validate the files of the catalogue."""

import re
import tomllib
from pathlib import Path
from typing import Any

from firstmile import taxonomy
from firstmile.failuremodes.mode import GROUPS, Mode, RemedyTemplate, Signature

ROLES = ("root", "cascade", "context")
STRENGTHS = ("definite", "strong", "weak")
_REQUIRED = ("id", "title", "role", "strength", "symptoms", "causes", "stages", "what", "why")
_KNOWN = {*_REQUIRED, "confirm", "explains", "signature", "remedy", "source", "example"}
_GROUP_NAME = re.compile(r"\(\?P<(\w+)>")


class ModeError(ValueError):
    """A file of the catalogue breaks its format; the message names the file and what to mend."""


def _weighted(
    rows: Any, allowed: frozenset[str], where: str
) -> tuple[tuple[str, float], ...]:
    if not isinstance(rows, list) or not rows:
        raise ModeError(f"{where} must be a list of [code, weight]")
    out = []
    for row in rows:
        if not (isinstance(row, list) and len(row) == 2 and isinstance(row[1], int | float)):
            raise ModeError(f"{where}: {row!r} is not [code, weight]")
        if row[0] not in allowed:
            raise ModeError(f"{where}: {row[0]!r} is not a leaf of the taxonomy")
        out.append((str(row[0]), float(row[1])))
    total = sum(weight for _, weight in out)
    if not 0.98 <= total <= 1.02:
        raise ModeError(f"{where}: weights sum to {total:.2f}, not 1")
    return tuple(sorted(((code, weight / total) for code, weight in out), key=lambda r: -r[1]))


def check_pattern(pattern: str) -> None:
    """Refuse what a bounded, unanchored byte matcher cannot do.

    Raises:
        ModeError: with the reason.
    """
    if re.search(r"\(\?(?!:|P<)", re.sub(r"\\.", "", pattern)):
        raise ModeError(f"pattern {pattern!r}: look-around, atomic groups and flags are not allowed")
    without_classes = re.sub(r"\\.", "", re.sub(r"\[(?:\\.|[^\]])*\]", "", pattern))
    if re.search(r"[$^]", without_classes) or re.search(r"\\[bBAZz1-9]", pattern):
        raise ModeError(f"pattern {pattern!r}: anchors and back-references are not allowed")
    if re.search(r"\[[^\]]*[^\x00-\x7f]", pattern):
        raise ModeError(f"pattern {pattern!r}: non-ASCII characters are not allowed inside [...]")
    if re.search(r"[^\x00-\x7f][*+?{]", pattern):
        raise ModeError(f"pattern {pattern!r}: put (?:...) around a non-ASCII character that repeats")
    if re.search(r"\((?:[^()\\]|\\.)*[*+](?:[^()\\]|\\.)*\)[*+]", pattern):
        raise ModeError(f"pattern {pattern!r}: nested quantifiers are not allowed")
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ModeError(f"pattern {pattern!r}: {error}") from None
    if compiled.match(""):
        raise ModeError(f"pattern {pattern!r} matches nothing at all, so everything")
    if len(re.sub(r"\\.|[^\w\x80-\U0010ffff]", "", pattern)) < 3:
        raise ModeError(f"pattern {pattern!r} holds too little literal text")


def _signature(row: dict[str, Any]) -> Signature:
    unknown = set(row) - {"pattern", "ignore_case", "raised_by", "versions", "with", "without"}
    if unknown:
        raise ModeError(f"signature has unknown keys {sorted(unknown)}")
    if not row.get("pattern") or not row.get("raised_by"):
        raise ModeError("a signature needs pattern and raised_by")
    signature = Signature(
        row["pattern"], bool(row.get("ignore_case")), row["raised_by"], row.get("versions", ""),
        tuple(row.get("with", ())), tuple(row.get("without", ())),
    )
    for pattern in (signature.pattern, *signature.also, *signature.without):
        check_pattern(pattern)
    return signature


def parse(text: str, group: str, name: str) -> Mode:
    """Build a mode from the text of its file.

    Raises:
        ModeError: naming what is wrong.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ModeError(f"not TOML: {error}") from None
    missing = [key for key in _REQUIRED if not data.get(key)]
    if missing:
        raise ModeError(f"missing {', '.join(missing)}")
    if set(data) - _KNOWN:
        raise ModeError(f"unknown keys {sorted(set(data) - _KNOWN)}")
    if data["id"] != name or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise ModeError(f"id {data['id']!r} is not the kebab-case name of its file")
    if data["role"] not in ROLES or data["strength"] not in STRENGTHS:
        raise ModeError(f"role is one of {ROLES}, strength one of {STRENGTHS}")
    signatures = tuple(_signature(row) for row in data.get("signature", ()))
    remedies = tuple(
        RemedyTemplate(row["do"], row.get("command"), row.get("when"), row.get("costs"))
        for row in data.get("remedy", ())
    )
    examples = data.get("example", ())
    mode = Mode(
        data["id"], group, data["title"], data["role"], data["strength"],
        _weighted(data["symptoms"], taxonomy.leaf_codes("symptom"), "symptoms"),
        _weighted(data["causes"], taxonomy.leaf_codes("root_cause"), "causes"),
        _weighted(data["stages"], frozenset(taxonomy.STAGES), "stages"),
        data["what"], data["why"], tuple(data.get("confirm", ())), tuple(data.get("explains", ())),
        signatures, remedies, tuple(row["url"] for row in data.get("source", ())),
        tuple(row["fires"] for row in examples if "fires" in row),
        tuple(row["silent"] for row in examples if "silent" in row),
    )
    for what, found in (
        ("signature", signatures), ("remedy", remedies), ("source", mode.sources),
        ("example with fires", mode.fires), ("example with silent", mode.silent),
    ):
        if not found:
            raise ModeError(f"needs at least one {what}")
    captured = {n for s in signatures for n in _GROUP_NAME.findall(s.pattern)}
    if remedies and all(remedy.placeholders() for remedy in remedies):
        raise ModeError(f"needs one remedy without placeholders (captured: {sorted(captured)})")
    return mode


def load_file(path: Path) -> Mode:
    """Read one file of the catalogue.

    Raises:
        ModeError: naming the file and what is wrong with it.
    """
    try:
        return parse(path.read_text("utf-8"), path.parent.name, path.stem)
    except (ModeError, KeyError, TypeError) as error:
        raise ModeError(f"{path.parent.name}/{path.name}: {error}") from None


def load_all(root: Path | None = None) -> list[Mode]:
    """Read the whole catalogue, sorted by id.

    Raises:
        ModeError: when a file is broken or an id stands twice.
    """
    base = root or Path(__file__).parent
    modes: dict[str, Mode] = {}
    for group in GROUPS:
        for path in sorted((base / group).glob("*.toml")):
            mode = load_file(path)
            if mode.id in modes:
                raise ModeError(f"{mode.id} stands in {group} and in {modes[mode.id].group}")
            modes[mode.id] = mode
    return [modes[key] for key in sorted(modes)]
