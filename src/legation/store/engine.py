"""Connections to SQLite and PostgreSQL: addresses, pragmas, and how transactions begin."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from legation.errors import RecordError

BUSY_TIMEOUT_S = 60
"""Seconds that a writer waits for another process to finish before it gives up."""


def address(url_or_path: str) -> URL:
    """Return the URL of a file path, ``sqlite:///…`` or ``postgresql://…``.

    Raises RecordError for any other scheme and for a URL that cannot be parsed.
    """
    if "://" not in url_or_path:
        return URL.create("sqlite", database=str(Path(url_or_path).expanduser()))
    try:
        url = make_url(url_or_path)
    except (ArgumentError, ValueError) as error:
        raise RecordError(f"not a database URL: {error}") from error
    backend = url.drivername.partition("+")[0]
    if backend == "sqlite" and url.database:
        return url.set(drivername="sqlite")
    if backend in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    raise RecordError(f"a record is a SQLite file, sqlite:///… or postgresql://… (got {backend}://)")


def connect(url: URL) -> Engine:
    """Return an engine whose writing transactions take their lock at once.

    Raises RecordError where the driver is not installed.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        return create_engine(url, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as error:
        raise RecordError("PostgreSQL needs an extra: pip install 'legation[postgres]'") from error


def writing(engine: Engine) -> Engine:
    """Return a view of the engine for transactions that write: SQLite then begins with BEGIN IMMEDIATE.

    A deferred transaction that turns into a writer fails at once when another wrote meanwhile; one that
    takes the lock first waits its turn.
    """
    return engine.execution_options(writing=True)


@contextmanager
def reported(place: str = "") -> Iterator[None]:
    """Turn whatever a database or driver raises into a RecordError that names the place, if one is given."""
    try:
        yield
    except (SQLAlchemyError, OSError, UnicodeEncodeError) as error:
        reason = _reason(error)
        raise RecordError(f"{place}: {reason}" if place else reason) from error


def _reason(error: BaseException) -> str:
    if isinstance(error, UnicodeEncodeError):
        return f"a text that is no valid Unicode ({error.reason})"
    if isinstance(error, DBAPIError) and error.orig is not None:
        return _reason(error.orig)
    return (str(error).splitlines() or [type(error).__name__])[0]


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_S})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # Without an isolation level the driver leaves BEGIN to us (see _begin).
    connection.isolation_level = None
    cursor = connection.cursor()
    _use_write_ahead_log(cursor)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA cache_size=-65536")
    cursor.close()


def _use_write_ahead_log(cursor: DBAPICursor) -> None:
    """Switch to WAL; SQLite does not wait for a lock here, so try again while others create the file."""
    deadline = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            row = cursor.fetchone()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            break
    if row != ("wal",):
        raise sqlite3.OperationalError(f"write-ahead logging is refused here (journal mode {row})")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
