from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import Headers
from tests.web.desk import desk

from legation.web.security import Rate, same_origin


def test_every_answer_says_that_only_its_own_scripts_run(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/static/desk.js", "/api/v1/claims", "/relations/ARM-USA"):
        policy = client.get(path).headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy


def test_no_page_holds_a_script_of_its_own(client: TestClient) -> None:
    for path in ("/", "/relations/ARM-USA", "/actors/ARM", "/review", "/import", "/search?q=charter"):
        for tag in client.get(path).text.split("<script")[1:]:
            assert tag.startswith((' src="/static/', ' type="application/json"'))


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"origin": "http://testserver"}, True),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "null"}, False),
    ],
)
def test_a_page_of_another_site_changes_nothing(client: TestClient, headers: dict[str, str], taken: bool) -> None:
    answer = client.post("/snapshots", data={"name": "s1"}, headers=headers, follow_redirects=False)
    assert answer.status_code == (303 if taken else 403)
    assert ("s1" in client.get("/snapshots").text) is taken
    assert same_origin(Headers({"host": "testserver", **headers})) is taken


def test_a_name_that_points_here_from_elsewhere_is_not_answered(client: TestClient) -> None:
    assert client.get("/", headers={"host": "rebound.example"}).status_code == 421
    assert client.get("/", headers={"host": "localhost:9999"}).status_code == 200


def test_what_is_too_large_is_refused(place: Path) -> None:
    with desk(place, upload=2000) as app, TestClient(app) as client:
        answer = client.post("/import", data={"text": "a" * 5000})
        assert answer.status_code == 413
        assert "2,000 bytes" in answer.text


def test_a_client_may_ask_so_often_a_minute(place: Path) -> None:
    with desk(place, requests=5) as app, TestClient(app) as client:
        statuses = [client.get("/snapshots").status_code for _ in range(7)]
    assert statuses == [200] * 5 + [429] * 2


def test_clients_are_counted_apart() -> None:
    rate = Rate(2)
    assert [rate.takes("a"), rate.takes("a"), rate.takes("a"), rate.takes("b")] == [True, True, False, True]


def test_a_form_goes_back_to_the_desk_only(client: TestClient) -> None:
    claims = client.get("/api/v1/claims?limit=3").json()["items"]
    for claim, where in zip(claims, ("//evil.example", "https://evil.example", "/\\evil.example"), strict=True):
        answer = client.post(f"/claims/{claim['id']}/accept", data={"back": where}, follow_redirects=False)
        assert answer.headers["location"].startswith("/claims/")


def test_what_is_no_host_and_no_origin_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "["}).status_code == 421
    assert client.post("/snapshots", data={"name": "s"}, headers={"origin": "http://["}).status_code == 403
