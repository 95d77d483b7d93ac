"""Every failure mode is tested by its own examples, and the catalogue as a whole is sound."""

from pathlib import Path

import pytest

from firstmile import failuremodes, taxonomy
from firstmile.diagnosis.engine import HyperscanEngine, Pattern, ReEngine
from firstmile.diagnosis.matcher import Program, lay_out, satisfied, scan_block
from firstmile.failuremodes.load import ModeError, check_pattern, load_all, parse
from firstmile.failuremodes.mode import GROUPS, Mode

MODES = load_all()
BY_ID = {mode.id: mode for mode in MODES}
EXAMPLES = [(mode.id, kind, i) for mode in MODES for kind in ("fires", "silent") for i in range(len(getattr(mode, kind)))]


@pytest.fixture(scope="module")
def engines() -> tuple[Program, HyperscanEngine, ReEngine]:
    """Both engines over all signatures."""
    program, patterns = lay_out(MODES)
    numbered = tuple(enumerate(patterns))
    return program, HyperscanEngine.compile(numbered), ReEngine(numbered)


@pytest.mark.parametrize(("mode_id", "kind", "index"), EXAMPLES, ids=str)
def test_example(mode_id: str, kind: str, index: int, engines: tuple[Program, HyperscanEngine, ReEngine]) -> None:
    """An example that must fire fires, and a look-alike stays silent, in both engines."""
    program, fast, portable = engines
    block = getattr(BY_ID[mode_id], kind)[index].encode()
    for engine in (fast, portable):
        present = {number for number, *_ in scan_block(engine, block)}
        assert (mode_id in satisfied(program, present)) == (kind == "fires"), type(engine).__name__


def test_catalogue_is_broad_enough() -> None:
    """At least 150 modes, and every root-cause group has some."""
    assert len(MODES) >= 150
    for group in GROUPS:
        assert sum(mode.group == group for mode in MODES) >= 3, group


def test_every_mode_has_source_and_silent_example() -> None:
    """A rule without a source or without a text that it must not match is no rule."""
    for mode in MODES:
        assert mode.sources, mode.id
        assert all(url.startswith("https://") for url in mode.sources), mode.id
        assert mode.silent, mode.id


def test_study_symptom_leaves_are_covered() -> None:
    """Each symptom and cause leaf of the study is claimed by at least one mode."""
    symptoms = {code for mode in MODES for code, _ in mode.symptoms}
    causes = {code for mode in MODES for code, _ in mode.causes}
    assert taxonomy.leaf_codes("symptom") - symptoms == set()
    assert taxonomy.leaf_codes("root_cause") - causes == set()


def test_explains_names_existing_modes() -> None:
    """A mode can only explain modes that exist."""
    for mode in MODES:
        assert set(mode.explains) <= set(BY_ID), mode.id


def test_folder_follows_heaviest_cause() -> None:
    """A reader finds a root mode in the folder of a cause that it claims."""
    folders = {
        "environment": "R-A", "configuration": "R-B", "computation": "R-C", "api": "R-D", "distributed": "R-E",
        "tokenizer": "R-F", "resources": "R-G", "algorithm": "R-H", "corruption": "R-I",
    }
    for mode in MODES:
        if mode.group != "cascade":
            groups = {taxonomy.group_of(code) for code, weight in mode.causes if weight >= 0.15}
            assert folders[mode.group] in groups, mode.id


@pytest.mark.parametrize("pattern", [
    r"(a+)+b", r"^start", r"end$", r"\bword\b", r"(?=look)abc", r"a", r"(?:x*)", r"[重复]{2}", r"(\w+)\1",
])
def test_dangerous_patterns_are_refused(pattern: str) -> None:
    """No look-around, anchors, back-references, nested quantifiers or patterns without text."""
    with pytest.raises(ModeError):
        check_pattern(pattern)


def test_file_errors_name_the_problem() -> None:
    """An author is told what to mend."""
    path = Path(failuremodes.__file__).parent / "environment" / "no-kernel-image-for-gpu.toml"
    text = path.read_text("utf-8")
    with pytest.raises(ModeError, match="kebab-case"):
        parse(text, "environment", "another-name")
    with pytest.raises(ModeError, match="not a leaf"):
        parse(text.replace("S-B.1.4", "S-B.1"), "environment", path.stem)
    with pytest.raises(ModeError, match="sum to"):
        parse(text.replace('["S-B.1.4", 0.6]', '["S-B.1.4", 0.9]'), "environment", path.stem)
    with pytest.raises(ModeError, match="not TOML"):
        parse("id = ", "environment", path.stem)


def test_remedies_are_not_destructive_without_saying_so() -> None:
    """A command that deletes says in its remedy that it does."""
    def tells(mode: Mode) -> bool:
        return all(
            any(word in f"{r.do} {r.when} {r.costs}".lower() for word in ("delet", "remov", "clear", "discard"))
            for r in mode.remedies if r.command and ("rm -r" in r.command or "rm -f" in r.command)
        )
    assert [mode.id for mode in MODES if not tells(mode)] == []


def test_engines_agree_on_patterns() -> None:
    """Hyperscan and `re` report the same first match for a plain and a caseless pattern."""
    patterns = [(0, Pattern(r"foo\d+")), (1, Pattern("BAR", True))]
    block = b"x foo12 bar foo3 BAR\n"
    assert {n for n, _ in HyperscanEngine.compile(patterns).scan(block)} == {n for n, _ in ReEngine(patterns).scan(block)} == {0, 1}
