"""Writing a folder of results: every file whole or not at all, and nothing of other people's overwritten."""

import errno
import os
import secrets
from collections.abc import Iterable

from firstmile.errors import InputError

MARK = ".firstmile"  # says that a folder is ours to write to again


def folder(out: str, files: Iterable[tuple[str, bytes]]) -> list[str]:
    """Write files (names may have folders) into `out`; returns the names. Raises InputError."""
    written = []
    try:
        if os.path.exists(out) and not os.path.isdir(out):
            raise InputError(f"{out} is a file; --out names a folder.")
        if os.path.isdir(out) and os.listdir(out) and not os.path.exists(os.path.join(out, MARK)):
            raise InputError(f"{out} holds other files; name an empty folder or one that firstmile wrote.")
        os.makedirs(out, exist_ok=True)
        _replace(os.path.join(out, MARK), b"A result of `firstmile study`: it may be overwritten by the next one.\n")
        for name, data in files:
            path = os.path.join(out, *name.split("/"))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            _replace(path, data)
            written.append(name)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise InputError(f"the disk of {out} is full; free some room, then run it again.") from None
        raise InputError(f"{error.filename or out} cannot be written: {error.strerror or error}.") from None
    return written


def _replace(path: str, data: bytes) -> None:
    part = f"{path}.{secrets.token_hex(4)}.part"
    try:
        with open(part, "wb") as file:
            file.write(data)
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.unlink(part)
