"""The short way through a plain command line reads it as argparse does, or leaves it to argparse."""

from itertools import product

import pytest

from firstmile.adapters.cli.parser import parse
from firstmile.adapters.cli.plain import plain

WORDS = ("a.log", "b.log", "-", "-v", "--verbose", "--exit-zero", "--format", "json", "html", "--launch", "--form", "--", "-x", "--format=json")


@pytest.mark.parametrize("length", [1, 2, 3])
def test_agrees_with_argparse(length: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Over all short command lines: what the short way reads, argparse reads the same; the rest it declines."""
    read = 0
    for words in product(WORDS, repeat=length):
        given = ["diagnose", *words]
        found = plain(given)
        if found is None:
            continue
        read += 1
        assert vars(parse(given)) == vars(found), given
    capsys.readouterr()
    assert read >= length


def test_other_commands_are_declined() -> None:
    """Only `diagnose` has a short way."""
    assert plain([]) is None
    assert plain(["modes"]) is None
    assert plain(["--version"]) is None
    assert plain(["diagnose"]) is None
