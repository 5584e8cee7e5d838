from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.desk import desk, record_of

from legation.records.people import Role
from legation.store import open_record
from legation.web.identity import hashed, verified
from legation.web.settings import Entry

PASSWORD = "a long enough one"  # noqa: S105


@pytest.fixture
def staffed(place: Path) -> Path:
    with open_record(str(place)) as record:
        for name, role in (("anna", Role.ADMIN), ("boris", Role.ANALYST), ("clara", Role.READER)):
            record.staff.add(name, role, hashed(PASSWORD))
    return place


def _log_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    given = {"name": name, "password": password}
    return client.post("/login", data=given, follow_redirects=False).status_code


def test_without_a_login_nothing_is_shown(staffed: Path) -> None:
    with desk(staffed, entry=Entry.ACCOUNTS) as app, TestClient(app) as client:
        for path in ("/", "/relations/ARM-USA", "/log", "/accounts"):
            answer = client.get(path, follow_redirects=False)
            assert (answer.status_code, answer.headers["location"]) == (303, "/login")
        assert client.get("/api/v1/claims").status_code == 401
        assert client.get("/api/v1/openapi.json").status_code == 401
        assert "Armenia" not in client.get("/login").text


def test_each_role_may_do_what_it_may(staffed: Path) -> None:
    with desk(staffed, entry=Entry.ACCOUNTS) as app:
        claims = [claim.id for claim in record_of(app).claims()]
        for claim, (name, reads, accepts, manages) in zip(
            claims, (("clara", 200, 403, 403), ("boris", 200, 303, 403), ("anna", 200, 303, 200)), strict=False
        ):
            with TestClient(app) as client:
                assert _log_in(client, name) == 303
                assert client.get("/").status_code == reads
                answer = client.post(f"/claims/{claim}/accept", follow_redirects=False)
                assert answer.status_code == accepts
                assert client.get("/accounts").status_code == manages
        assert {review.by for review in record_of(app).desk.reviews()} == {"boris", "anna"}


def test_logging_out_ends_it(staffed: Path) -> None:
    with desk(staffed, entry=Entry.ACCOUNTS) as app, TestClient(app) as client:
        _log_in(client, "anna")
        cookie = client.cookies["legation"]
        client.post("/logout")
        client.cookies.set("legation", cookie)
        assert client.get("/", follow_redirects=False).status_code == 303


def test_wrong_names_and_passwords_are_told_alike_and_counted(staffed: Path) -> None:
    with desk(staffed, entry=Entry.ACCOUNTS, logins=3) as app, TestClient(app) as client:
        wrong = client.post("/login", data={"name": "anna", "password": "x"})
        unknown = client.post("/login", data={"name": "nobody", "password": "x"})
        assert (wrong.status_code, wrong.text) == (401, unknown.text)
        assert _log_in(client, "anna", "y") == 401
        assert _log_in(client, "anna") == 429


def test_an_admin_manages_accounts(staffed: Path) -> None:
    with desk(staffed, entry=Entry.ACCOUNTS) as app, TestClient(app) as client:
        _log_in(client, "anna")
        assert client.post("/accounts", data={"name": "dora", "role": "reader", "password": "short"}).status_code == 422
        client.post("/accounts", data={"name": "dora", "role": "reader", "password": PASSWORD})
        client.post("/accounts/dora", data={"role": "analyst", "password": "another long one"})
        assert record_of(app).staff.find("dora").role is Role.ANALYST
        assert verified(record_of(app), "dora", "another long one")
        client.post("/accounts/dora", data={"remove": "yes"})
        assert "dora" not in client.get("/accounts").text
        assert client.post("/accounts/anna", data={"role": "reader"}).status_code == 409


def test_a_proxy_says_who_it_is(staffed: Path) -> None:
    with desk(staffed, entry=Entry.PROXY) as app, TestClient(app) as client:
        assert client.get("/", follow_redirects=False).status_code == 303
        named = {"X-Forwarded-User": "boris"}
        assert "boris" in client.get("/", headers=named).text
        assert client.get("/import", headers=named).status_code == 200
        assert client.get("/import", headers={"X-Forwarded-User": "stranger"}).status_code == 403
        twice = [("X-Forwarded-User", "anna"), ("X-Forwarded-User", "clara")]
        assert client.get("/accounts", headers=twice, follow_redirects=False).status_code == 303


def test_the_record_keeps_no_password(staffed: Path) -> None:
    assert PASSWORD.encode() not in staffed.read_bytes()
