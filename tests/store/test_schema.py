from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from legation.errors import RecordError
from legation.store import open_record, schema
from legation.store.engine import address, connect
from legation.store.tables import metadata


def test_the_newest_migration_is_the_schema_that_is_expected() -> None:
    scripts = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    assert scripts.get_heads() == [schema.HEAD]


def test_the_migrations_build_the_tables_that_the_code_speaks_of(location: str) -> None:
    open_record(location).close()
    engine = connect(address(location))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": _is_ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    # Full-text indexes are made in each dialect by hand: they are no tables of SQLAlchemy's.
    return "_text" not in str(name)


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = schema._run_alembic

    def fail(connection: Connection) -> None:
        run(connection)
        raise OSError("disk full")

    path = str(tmp_path / "record.db")
    monkeypatch.setattr(schema, "_run_alembic", fail)
    with pytest.raises(RecordError, match="disk full"):
        open_record(path)
    monkeypatch.undo()
    open_record(path).close()
