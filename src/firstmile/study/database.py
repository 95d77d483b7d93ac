"""One DuckDB file a study: made whole or not at all, checked for whose it is, one sentence for what is wrong."""

import errno
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from firstmile import __version__
from firstmile.errors import InputError
from firstmile.study.schema import APPLICATION, TABLES, VERSION

if TYPE_CHECKING:
    import duckdb

_MAGIC = b"DUCK"  # at byte 8 of every DuckDB file
# DuckDB would fetch extensions from the network by itself, for instance for a SQLite file.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_HOLDER = re.compile(r"held in (\S+).*?\(PID (\d+)\)")


def _config() -> dict[str, str | bool | int | float | list[str]]:
    """FIRSTMILE_STUDY_MEMORY bounds the database's memory; what does not fit goes to a folder beside the file."""
    limit = os.environ.get("FIRSTMILE_STUDY_MEMORY", "").strip()
    if limit and not re.fullmatch(r"\d+(\.\d+)?\s*([KMGT]i?B)", limit, re.IGNORECASE):
        raise InputError(f"FIRSTMILE_STUDY_MEMORY is {limit!r}; write it as 500MB or 2GB.")
    return _CONFIG | ({"memory_limit": limit} if limit else {})


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise InputError("`firstmile study` needs more packages; run `pip install 'firstmile[study]'`.") from None
    return duckdb


def explain(error: BaseException, path: str) -> InputError:
    """What a database error means to the person who sees it."""
    text = str(error)
    if holder := _HOLDER.search(text):
        return InputError(
            f"{path} is in use by another process (PID {holder[2]}); wait until it has finished, or end it."
        )
    low = text.lower()
    if "no space left" in low or "disk full" in low or getattr(error, "errno", None) == errno.ENOSPC:
        return InputError(f"the disk of {path} is full; nothing of the last step was kept. Free some room, then run it again.")
    if "out of memory" in low:
        return InputError("there is not enough memory for this step; raise FIRSTMILE_STUDY_MEMORY if it is set, or use a larger machine.")
    if "permission denied" in low:
        return InputError(f"{path} cannot be opened: permission denied.")
    if "no such file" in low or ("does not exist" in low and "database" in low):
        return InputError(f"{path} does not exist.")
    if "version" in low and "storage" in low:
        return InputError(f"{path} was written by another version of DuckDB: {text.splitlines()[0]}")
    first = text.strip().splitlines()[0] if text.strip() else type(error).__name__
    return InputError(f"the database {path} cannot be used: {first}")


def _refuse_foreign(path: str) -> None:
    """Look at the file before DuckDB does: it says better what is wrong."""
    if os.path.isdir(path):
        raise InputError(f"{path} is a folder; --db names a file.")
    try:
        with open(path, "rb") as file:
            head = file.read(16)
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {error.strerror or error}.") from None
    if head[8:12] == _MAGIC:
        return
    what = "an SQLite database" if head.startswith(b"SQLite format 3") else "not a DuckDB database"
    raise InputError(f"{path} is {what}, so no database of `firstmile study`; name another file.")


def _create(path: str) -> None:
    """Make the file beside its place and move it there when it is whole."""
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise InputError(f"there is no folder {folder} to put the database in.")
    part = f"{path}.{secrets.token_hex(4)}.new"
    duckdb = _duckdb()
    try:
        with duckdb.connect(part, config=_CONFIG) as connection:
            connection.begin()
            for statement in TABLES:
                connection.execute(statement)
            connection.execute("INSERT INTO firstmile_study VALUES (?, ?, ?, now())", [APPLICATION, VERSION, __version__])
            connection.commit()
        # A link fails where the file has come to be in the meantime; a rename would replace it.
        try:
            os.link(part, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            if not os.path.exists(path):
                os.rename(part, path)
    except (duckdb.Error, OSError) as error:
        raise explain(error, path) from None
    finally:
        for left in (part, part + ".wal"):
            if os.path.exists(left):
                os.unlink(left)


def first(connection: "duckdb.DuckDBPyConnection", statement: str, parameters: Sequence[object] = ()) -> tuple[Any, ...] | None:
    """The first row, or None. DuckDB's own fetchone leaves the result open, and an open result blocks what follows."""
    rows = connection.execute(statement, list(parameters)).fetchall()
    return tuple(rows[0]) if rows else None


def count(connection: "duckdb.DuckDBPyConnection", statement: str, parameters: Sequence[object] = ()) -> int:
    """The number that a SELECT of one number gives; 0 for none."""
    row = first(connection, statement, parameters)
    return int(row[0]) if row and row[0] is not None else 0


def _check(connection: "duckdb.DuckDBPyConnection", path: str) -> None:
    duckdb = _duckdb()
    try:
        row = first(connection, "SELECT application, schema_version FROM firstmile_study")
    except duckdb.CatalogException:
        row = None
    if row is None or row[0] != APPLICATION:
        raise InputError(f"{path} is a DuckDB database of another program; name another file.")
    if row[1] != VERSION:
        age = "a newer" if row[1] > VERSION else "an older"
        raise InputError(
            f"{path} was made by {age} firstmile (schema {row[1]}, this one reads {VERSION}); "
            "use that version, or build the database again."
        )


@contextmanager
def opened(path: str, *, write: bool = False, create: bool = False) -> "Iterator[duckdb.DuckDBPyConnection]":
    """A connection to a study's database. Raises InputError, in one sentence, for whatever is wrong with it."""
    duckdb = _duckdb()
    if not os.path.lexists(path):
        if not create:
            raise InputError(f"there is no database {path}; make one with `firstmile study import` or `study collect`.")
        _create(path)
    _refuse_foreign(path)
    try:
        connection = duckdb.connect(path, read_only=not write, config=_config())
    except duckdb.Error as error:
        raise explain(error, path) from None
    try:
        _check(connection, path)
        yield connection
    # A full disk shows where a transaction is committed, as an error of the transaction.
    except (duckdb.OperationalError, duckdb.FatalException, duckdb.InternalException) as error:
        raise explain(error, path) from None
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise explain(error, path) from None
        raise
    finally:
        connection.close()


@contextmanager
def transaction(connection: "duckdb.DuckDBPyConnection") -> Iterator[None]:
    """All of it or nothing, whatever ends the block, Ctrl-C included."""
    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException:
        try:
            connection.rollback()
        except _duckdb().Error:
            pass  # the transaction is gone already; the first error says why
        raise


_CHUNK = 5000


def insert(connection: "duckdb.DuckDBPyConnection", table: str, rows: Sequence[Sequence[object]], *, replace: bool = False) -> None:
    """Many rows at once: a list a column is some fifty times as fast as a statement a row."""
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        columns = [[_whole(value) for value in column] for column in zip(*chunk, strict=True)]
        how = "INSERT OR REPLACE" if replace else "INSERT"
        marks = ", ".join("unnest(?)" for _ in columns)
        connection.execute(f"{how} INTO {table} SELECT {marks}", columns)  # table is our own name


def _whole(value: object) -> object:
    """JSON can spell half of a surrogate pair, which no database can keep."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) and not value.isascii() else value
