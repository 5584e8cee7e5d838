"""Both databases for the tests of the store: SQLite in a file, PostgreSQL on a server started here."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from legation.store import Record, open_record
from legation.store.engine import address, connect
from legation.store.tables import metadata

POSTGRESQL = Path("/usr/lib/postgresql/15/bin")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Return the URL of a PostgreSQL on loopback, without a database name."""
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed (the extra 'postgres')")
    if not (POSTGRESQL / "initdb").exists():
        pytest.skip(f"no PostgreSQL 15 in {POSTGRESQL}")
    home = Path(tempfile.mkdtemp(prefix="legation-postgresql-"))
    user = _owner(home)
    port = _free_port()
    _run(user, "initdb", "-D", home / "data", "-U", "legation", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={home} -c fsync=off"
    _run(user, "pg_ctl", "-D", home / "data", "-o", options, "-l", home / "log", "-w", "start")
    yield f"postgresql://legation@127.0.0.1:{port}"
    _run(user, "pg_ctl", "-D", home / "data", "-m", "immediate", "-w", "stop")
    shutil.rmtree(home)


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty record in a file, to be copied: quicker than to migrate for every test."""
    path = tmp_path_factory.mktemp("store") / "blank.db"
    open_record(str(path)).close()
    return path


@pytest.fixture(scope="session")
def shared_database(server: str) -> str:
    """Return a record on PostgreSQL that tests empty and use in turn."""
    place = _create_database(server, "shared")
    open_record(place).close()
    return place


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where a record may be made, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    return _create_database(request.getfixturevalue("server"), f"t{uuid4().hex}")


@pytest.fixture(params=["sqlite", "postgresql"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    """Return an empty record on each database in turn."""
    if request.param == "sqlite":
        place = str(shutil.copy(request.getfixturevalue("blank_file"), tmp_path / "record.db"))
    else:
        place = request.getfixturevalue("shared_database")
        _empty(place)
    with open_record(place, create=False) as opened:
        yield opened


def _create_database(server: str, name: str) -> str:
    port = server.rpartition(":")[2]
    _run(None, "createdb", "-h", "127.0.0.1", "-p", port, "-U", "legation", name)
    return f"{server}/{name}"


def _empty(place: str) -> None:
    engine = connect(address(place))
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY"))
    engine.dispose()


def _owner(home: Path) -> str | None:
    """Give the folder to a user that may run PostgreSQL, which refuses to run as root."""
    if os.getuid() != 0:
        return None
    name = next(name for name in ("postgres", "nobody") if _exists(name))
    shutil.chown(home, name)
    return name


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _run(user: str | None, program: str, *arguments: str | Path) -> None:
    done = subprocess.run(
        [POSTGRESQL / program, *arguments], user=user, cwd="/", stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode != 0:
        pytest.fail(f"{program} failed with status {done.returncode}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
