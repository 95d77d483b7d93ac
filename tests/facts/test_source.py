"""Whatever a text is wrapped in, the same lines come out; what is no text is refused in one sentence."""

import gzip
import io
from pathlib import Path

import pytest

from firstmile.errors import InputError
from firstmile.facts import source

TEXT = "first\nRuntimeError: 显存不足\nlast\n"


def read(data: bytes) -> bytes:
    """All blocks of a stream, joined."""
    return b"".join(block.data for block in source.blocks(io.BytesIO(data), "x.log"))


@pytest.mark.parametrize("wrapped", [
    TEXT.encode(), gzip.compress(TEXT.encode()), TEXT.encode("utf-16"), TEXT.encode("utf-16-le"),
    gzip.compress(b"first\n") + gzip.compress(TEXT.encode()[6:]),
])
def test_encodings_and_gzip(wrapped: bytes) -> None:
    """Plain, gzip, several gzip members, UTF-16 with and without a mark."""
    if wrapped == TEXT.encode("utf-16-le"):
        wrapped = ("a" * 40 + "\n").encode("utf-16-le") + wrapped
        assert read(wrapped).decode() == "a" * 40 + "\n" + TEXT
    else:
        assert read(wrapped).decode() == TEXT


def test_line_numbers_across_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks hold whole lines and know the number of their first."""
    monkeypatch.setattr(source, "BLOCK", 64)
    lines = b"".join(b"line %d\n" % n for n in range(20000))
    blocks = list(source.blocks(io.BytesIO(lines), "x.log"))
    assert len(blocks) > 1
    for block in blocks:
        assert block.data.split(b"\n")[0] == b"line %d" % (block.first_line - 1)


def test_one_gigantic_line_is_bounded() -> None:
    """A line without end is cut, not gathered."""
    blocks = list(source.blocks(io.BytesIO(b"x" * (3 * source.LONGEST_LINE)), "x.log"))
    assert max(len(block.data) for block in blocks) <= source.LONGEST_LINE + source.BLOCK


def test_ansi_and_nul_are_removed() -> None:
    """Colour codes, window titles and NUL bytes do not part the words of an error."""
    assert source.clean(b"\x1b[1;31mCUDA \x1b[0merr\0or\x1b]0;title\x07") == b"CUDA error"


@pytest.mark.parametrize(("data", "word"), [
    (b"\x7fELF" + b"\0" * 100, "program"), (b"\x89PNG" + b"\r\n" * 9, "picture"),
    (b"PK\x03\x04" + b"a" * 50, "zip"), (bytes(range(256)) * 40, "binary"),
    ((60).to_bytes(8, "little") + b'{"__metadata__":{}}' + b" " * 60, "safetensors"), (b"\0" * 5000, "binary"),
])
def test_binary_is_refused(data: bytes, word: str) -> None:
    """One sentence that says what it is."""
    with pytest.raises(InputError, match=word) as caught:
        read(data)
    assert str(caught.value).count("\n") == 0


def test_damaged_gzip() -> None:
    """A cut archive gives what it holds; a broken one is named."""
    whole = gzip.compress(TEXT.encode() * 500)
    assert TEXT.encode() in read(whole[: len(whole) - 12])
    with pytest.raises(InputError, match="damaged gzip"):
        read(whole[:20] + b"\xff" * 60 + whole[80:])


def test_paths(tmp_path: Path) -> None:
    """Missing, folder, device: each says what to do."""
    with pytest.raises(InputError, match="does not exist"):
        source.open_bytes(str(tmp_path / "no.log"))
    with pytest.raises(InputError, match="is a folder"):
        source.open_bytes(str(tmp_path))
    with pytest.raises(InputError, match="device"):
        source.open_bytes("/dev/zero")
    with pytest.raises(InputError):
        source.open_bytes("a\0b")
