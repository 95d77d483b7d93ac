"""Open what people hand over: plain, gzip, UTF-16, stdin; as blocks of whole lines, in constant memory."""

import codecs
import os
import re
import stat
import sys
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from firstmile.errors import InputError

BLOCK = 1 << 20
# A line longer than this is cut; what follows counts as another line of the same number.
LONGEST_LINE = 8 << 20

_ANSI = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)|[@-Z\\^_])")
_BINARY = (
    (b"\x7fELF", "a compiled program"),
    (b"\x89PNG", "a picture; paste the text instead"),
    (b"\xff\xd8\xff", "a picture; paste the text instead"),
    (b"GGUF", "a GGUF model"),
    (b"PK\x03\x04", "a zip archive; unpack it first"),
    (b"%PDF", "a PDF; export its text first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it first"),
    (b"SQLite format 3", "a database"),
)


class Block(NamedTuple):
    """Whole lines of one source, ANSI sequences removed; `first_line` counts from 1."""

    data: bytes
    first_line: int
    newlines: int


def _refuse_binary(head: bytes, name: str) -> None:
    for magic, what in _BINARY:
        if head.startswith(magic):
            raise InputError(f"{name} is {what}, not a log; give the text that the program printed.")
    if len(head) > 16 and head[8:10] == b'{"' and head[:8].endswith(b"\x00\x00"):
        raise InputError(f"{name} is a safetensors file, not a log; give the text that was printed.")
    controls = sum(head.count(bytes((c,))) for c in (*range(1, 7), *range(14, 27)))
    if head and (head.count(b"\0") > len(head) * 0.3 or controls > len(head) * 0.05):
        raise InputError(f"{name} is binary, not a log; give the text that the program printed.")


def open_bytes(path: str) -> BinaryIO:
    """A readable binary stream for a path, or stdin for ``-``.

    Raises:
        InputError: missing, unreadable, a directory, a device.
    """
    if path == "-":
        if sys.stdin is None or sys.stdin.closed:
            raise InputError("there is no standard input to read; name a file instead.")
        return sys.stdin.buffer
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise InputError(f"{path} is a folder; name the log files in it, for instance {path}/*.log.")
        if stat.S_ISCHR(mode) and path not in {"/dev/null", "/dev/stdin"}:
            raise InputError(f"{path} is a device, not a log.")
        return open(path, "rb")
    except FileNotFoundError:
        raise InputError(f"{path} does not exist; check the path, or use - to read from a pipe.") from None
    except PermissionError:
        raise InputError(f"{path} cannot be read by this user; check its permissions.") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be opened: {error}.") from None


class _Prefixed:
    """A stream with bytes that were read ahead put back before it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def read(self, size: int) -> bytes:
        if self._head:
            out, self._head = self._head[:size], self._head[size:]
            return out
        return self._stream.read(size)

    def readable(self) -> bool:
        return True


def _gunzip(stream: _Prefixed, name: str) -> Iterator[bytes]:
    import zlib

    decoder = zlib.decompressobj(wbits=31)
    while chunk := stream.read(BLOCK):
        try:
            while chunk:
                yield decoder.decompress(chunk, BLOCK)
                chunk = decoder.unconsumed_tail
                if decoder.eof:
                    chunk = decoder.unused_data
                    if not chunk.startswith(b"\x1f\x8b"):
                        return
                    decoder = zlib.decompressobj(wbits=31)
        except zlib.error as error:
            raise InputError(f"{name} is a damaged gzip file ({error}); copy it again.") from None


def _utf16(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")


def chunks(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """Bytes of a stream as UTF-8 text, whatever it is wrapped in.

    Raises:
        InputError: binary content, a damaged archive, a read error.
    """
    try:
        head = stream.read(65536)
        rest = _Prefixed(head, stream)
        if head.startswith(b"\x1f\x8b"):
            yield from _gunzip(rest, name)
            return
        plain = iter(lambda: rest.read(BLOCK), b"")
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            yield from _utf16(plain, "utf-16")
            return
        if len(head) > 8 and not head.startswith(codecs.BOM_UTF8):
            sample = head[:4096]
            if sample[1::2].count(0) > len(sample) * 0.4 and sample[0::2].count(0) == 0:
                yield from _utf16(plain, "utf-16-le")
                return
        _refuse_binary(head[:8192], name)
        yield from plain
    except OSError as error:
        raise InputError(f"{name} could not be read to its end: {error}.") from None


def blocks(stream: BinaryIO, name: str) -> Iterator[Block]:
    """Blocks of whole lines; at most about `LONGEST_LINE` bytes each, whatever the lines' length."""
    pending: list[bytes] = []
    held = 0
    line = 1
    for chunk in chunks(stream, name):
        cut = chunk.rfind(b"\n") + 1
        if not cut and held + len(chunk) < LONGEST_LINE:
            pending.append(chunk)
            held += len(chunk)
            continue
        if not cut:
            cut = len(chunk)
        pending.append(chunk[:cut])
        data = b"".join(pending) if len(pending) > 1 else pending[0]
        pending, held = ([chunk[cut:]], len(chunk) - cut) if cut < len(chunk) else ([], 0)
        newlines = data.count(b"\n")
        yield Block(clean(data), line, newlines)
        line += newlines
    if pending:
        data = b"".join(pending)
        yield Block(clean(data), line, data.count(b"\n"))


def clean(data: bytes) -> bytes:
    """Remove terminal control sequences and NUL bytes; line numbers stay as they are."""
    if b"\x1b" in data:
        data = _ANSI.sub(b"", data)
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    return data
