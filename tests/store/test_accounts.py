from __future__ import annotations

import pytest

from legation.errors import ConflictError, NotFoundError, RecordError
from legation.records.people import Role, Saved, SavedKind
from legation.store import Record


def test_an_account_is_added_changed_and_taken_away(record: Record) -> None:
    staff = record.staff
    staff.add("anna", Role.ADMIN, "hash-1")
    staff.add("boris", Role.READER, "hash-2")
    assert [(a.name, a.role) for a in staff.all()] == [("anna", Role.ADMIN), ("boris", Role.READER)]
    assert staff.change("boris", role=Role.ANALYST).role is Role.ANALYST
    assert staff.change("boris", password="hash-3").password.endswith("-3")  # noqa: S106
    staff.remove("boris")
    with pytest.raises(NotFoundError, match="boris"):
        staff.find("boris")


def test_names_are_taken_once_and_are_names(record: Record) -> None:
    record.staff.add("anna", Role.READER, "x")
    with pytest.raises(ConflictError, match="anna"):
        record.staff.add("anna", Role.ADMIN, "y")
    with pytest.raises(RecordError, match="made of letters"):
        record.staff.add("a b", Role.READER, "x")


def test_there_is_always_an_admin(record: Record) -> None:
    record.staff.add("anna", Role.ADMIN, "x")
    with pytest.raises(ConflictError, match="only admin"):
        record.staff.remove("anna")
    with pytest.raises(ConflictError, match="only admin"):
        record.staff.change("anna", role=Role.READER)


def test_a_login_ends_when_it_is_over_or_the_password_changes(record: Record) -> None:
    record.staff.add("anna", Role.ADMIN, "x")
    token = record.staff.log_in("anna")
    found = record.staff.logged_in(token)
    assert found is not None
    assert found.name == "anna"
    assert record.staff.logged_in("another") is None
    record.staff.log_out(token)
    assert record.staff.logged_in(token) is None
    assert record.staff.logged_in(record.staff.log_in("anna", hours=-1)) is None
    token = record.staff.log_in("anna")
    record.staff.change("anna", password="y")  # noqa: S106
    assert record.staff.logged_in(token) is None


def test_everybody_keeps_their_own(record: Record) -> None:
    relation = Saved(kind=SavedKind.RELATION, value="ARM-USA", title="Armenia and United States")
    assert record.staff.keep("anna", relation)
    assert not record.staff.keep("anna", relation)
    assert record.staff.kept("anna", SavedKind.RELATION) == [relation]
    assert record.staff.kept("boris", SavedKind.RELATION) == record.staff.kept("anna", SavedKind.SEARCH) == []
    record.staff.drop("anna", SavedKind.RELATION, "ARM-USA")
    assert record.staff.kept("anna", SavedKind.RELATION) == []
