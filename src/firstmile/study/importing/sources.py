"""Where files come from: a folder, or a public repository's tarball. Both yield the same paths and bytes."""

import io
import os
import tarfile
from collections.abc import Iterator
from typing import NamedTuple

from firstmile.errors import InputError

_LARGEST_FILE = 64 << 20
_LARGEST_TARBALL = 512 << 20


class SourceFile(NamedTuple):
    """A file of a source, with its path inside it."""

    path: str
    data: bytes


class Source(NamedTuple):
    """Files, where they came from, at which revision, and whether a licence lies with them."""

    name: str
    revision: str | None
    files: list[SourceFile]
    licence: str | None


def _is_licence(path: str) -> bool:
    return "/" not in path and path.upper().startswith(("LICENSE", "LICENCE", "COPYING"))


def _walk(root: str) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != ".git")
        for name in sorted(names):
            yield os.path.join(folder, name)


def folder(root: str) -> Source:
    """The JSON files under a folder, in order of their paths."""
    if not os.path.isdir(root):
        raise InputError(f"{root} is not a folder." if os.path.exists(root) else f"there is no folder {root}.")
    files, licence = [], None
    try:
        for path in _walk(root):
            inside = os.path.relpath(path, root).replace(os.sep, "/")
            if _is_licence(inside):
                licence = inside
            if inside.lower().endswith(".json"):
                if os.path.getsize(path) > _LARGEST_FILE:
                    raise InputError(f"{path} has more than {_LARGEST_FILE >> 20} MiB, so it is no file of labels.")
                with open(path, "rb") as file:
                    files.append(SourceFile(inside, file.read()))
    except OSError as error:
        raise InputError(f"{error.filename or root} cannot be read: {error.strerror or error}.") from None
    return Source(os.path.abspath(root), _revision(root), files, licence)


def _revision(root: str) -> str | None:
    """The commit that a plain git checkout is at; None for anything else."""
    git = os.path.join(root, ".git")
    try:
        with open(os.path.join(git, "HEAD"), encoding="ascii") as file:
            head = file.read().strip()
        if head.startswith("ref: "):
            with open(os.path.join(git, head[5:]), encoding="ascii") as file:
                head = file.read().strip()
    except (OSError, UnicodeDecodeError):
        return None
    return head or None


def tarball(repository: str, api: str, token: str | None = None) -> Source:
    """The JSON files of a repository's default branch, from GitHub's API or a server that speaks it."""
    try:
        import httpx
    except ImportError:
        raise InputError("the download needs more packages; run `pip install 'firstmile[study]'`.") from None
    headers = {"Accept": "application/vnd.github+json", "User-Agent": "firstmile"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    url = f"{api.rstrip('/')}/repos/{repository}/tarball"
    body = bytearray()
    try:
        with httpx.stream("GET", url, headers=headers, follow_redirects=True, timeout=60) as answer:
            if answer.status_code != 200:
                raise InputError(f"{url} answers {answer.status_code}; download the repository and use --from.")
            for chunk in answer.iter_bytes():
                body += chunk
                if len(body) > _LARGEST_TARBALL:
                    raise InputError(f"{url} is larger than {_LARGEST_TARBALL >> 20} MiB; it is not the data set.")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InputError(f"{url} cannot be fetched ({error}); with a copy on disk, use --from.") from None
    return _unpack(bytes(body), f"{api.rstrip('/')}/repos/{repository}")


def _unpack(data: bytes, name: str) -> Source:
    files, licence, revision = [], None, None
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:*") as archive:
            for member in archive:
                top, _, inside = member.name.partition("/")
                revision = revision or top.rsplit("-", 1)[-1]
                if not member.isfile():
                    continue
                if _is_licence(inside):
                    licence = inside
                if inside.lower().endswith(".json") and member.size <= _LARGEST_FILE:
                    content = archive.extractfile(member)
                    if content is not None:
                        files.append(SourceFile(inside, content.read()))
    except (tarfile.TarError, EOFError, OSError):
        raise InputError(f"what {name} sent is not a whole archive; try again, or use --from.") from None
    return Source(name, revision, sorted(files), licence)
