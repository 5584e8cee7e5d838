from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from tests.store import factories as make

from legation.errors import RecordError
from legation.store import Record, open_record


def test_a_record_is_made_with_its_folders_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "record.db"
    report = make.report()
    with open_record(str(path)) as record:
        record.add_reading(report, [make.claim(report)])
    with open_record(f"sqlite:///{path}", create=False) as record:
        assert record.counts()["claims"] == 1


def test_a_record_on_each_database_is_opened_again(location: str) -> None:
    open_record(location).close()
    with open_record(location, create=False) as record:
        assert record.counts()["claims"] == 0


def test_opening_a_current_record_does_not_import_alembic(tmp_path: Path) -> None:
    path = str(tmp_path / "record.db")
    open_record(path).close()
    script = "import sys; from legation.store import open_record; open_record(sys.argv[1]).close()"
    check = "; sys.exit('alembic' in sys.modules or 'psycopg' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script + check, path], check=False).returncode == 0


def test_what_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and long enough to be read as a header of a database.\n" * 20)
    before = path.read_bytes()
    with pytest.raises(RecordError, match=rf"^{path}: file is not a database$"):
        open_record(str(path))
    assert path.read_bytes() == before


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(RecordError, match=r"other.db: a database of something else \(it holds recipes\)"):
        open_record(str(path))


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_record(str(path)).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match=r"written by a newer Legation \(schema 9999"):
        open_record(str(path))


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=rf"^{tmp_path}: unable to open database file$"):
        open_record(str(tmp_path))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match=r"file/record.db: .*File exists"):
        open_record(str(tmp_path / "file" / "record.db"))


def test_nothing_is_created_where_that_is_not_wanted(tmp_path: Path) -> None:
    for name in ("record.db", "empty.db"):
        (tmp_path / "empty.db").touch()
        with pytest.raises(RecordError, match=f"{name}: no record here yet"):
            open_record(str(tmp_path / name), create=False)
    assert not (tmp_path / "record.db").exists()


@pytest.mark.parametrize("url", ["mysql://localhost/x", "sqlite://", "https://example.org/a", "://"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(RecordError, match=f"^{url}: "):
        open_record(url)


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    pytest.importorskip("psycopg", reason="the extra 'postgres' is not installed")
    with pytest.raises(RecordError) as caught:
        open_record("postgresql://me:secret@127.0.0.1:1/none")
    assert "127.0.0.1" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_without_the_driver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RecordError, match=r"pip install 'legation\[postgres\]'"):
        open_record("postgresql://127.0.0.1/none")


def test_a_broken_database_is_named_while_working(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_record(str(path)) as record:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DROP TABLE claim_actors")
        report = make.report()
        with pytest.raises(RecordError, match=rf"^{path}: no such table: claim_actors$"):
            record.add_reading(report, [make.claim(report)])
        assert record.counts()["reports"] == 0


def test_a_record_answers_from_several_threads(record: Record) -> None:
    reports = [make.long_report(number, 2) for number in range(20)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda report: record.add_reading(report, make.claims(report, 2)), reports))
    assert record.counts()["claims"] == 40
