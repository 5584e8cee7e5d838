"""Bringing a database to the schema of this version, in one transaction."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from legation.errors import RecordError

HEAD = "0003"
"""The newest revision in ``migrations/versions``: known here so that alembic is imported only to migrate."""

_MIGRATIONS = Path(__file__).parent / "migrations"
# Any number will do, as long as every Legation takes the same one.
_MIGRATION_LOCK = 5_343_642


def revision_of(connection: Connection) -> str | None:
    """Return the schema revision of a database, or None where it holds nothing.

    Raises RecordError where it holds tables that are not Legation's.
    """
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    if tables:
        raise RecordError(f"a database of something else (it holds {', '.join(sorted(tables)[:3])})")
    return None


def is_current(connection: Connection, *, create: bool) -> bool:
    """Tell whether a database has the schema of this version.

    Raises RecordError where it is newer, not Legation's, or empty and ``create`` is False.
    """
    revision = revision_of(connection)
    if revision is None and not create:
        raise RecordError("no record here yet")
    if revision is not None and revision > HEAD:
        raise RecordError(f"written by a newer Legation (schema {revision}, this version knows {HEAD})")
    return revision == HEAD


def upgrade(connection: Connection) -> None:
    """Migrate to HEAD inside the caller's writing transaction; other processes wait, then find it done."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
    if not is_current(connection, create=True):
        _run_alembic(connection)


def _run_alembic(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415  slow to import, and needed only here
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
