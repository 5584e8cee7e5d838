from __future__ import annotations

import csv
import io

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.web.desk import record_of


def test_claims_come_in_pages_that_together_are_all(client: TestClient, app: FastAPI) -> None:
    found: list[str] = []
    at: int | None = 0
    while at is not None:
        answer = client.get("/api/v1/claims", params={"limit": 7, "offset": at}).json()
        found += [claim["id"] for claim in answer["items"]]
        at = answer["next"]
    assert len(found) == len(set(found)) == record_of(app).counts()["claims"]


def test_claims_are_asked_for_by_what_they_are(client: TestClient) -> None:
    asked = {"parties": "Armenia,USA", "kind": "agreement", "q": "charter", "date_from": "2025-01-01"}
    items = client.get("/api/v1/claims", params=asked).json()["items"]
    assert items
    assert {item["kind"] for item in items} == {"agreement"}
    for item in items:
        named = {actor["country"] for actor in (*item["actors"], *item["recipients"])}
        assert {"ARM", "USA"} <= named


def test_claims_are_a_table_too(client: TestClient) -> None:
    answer = client.get("/api/v1/claims", params={"format": "csv", "limit": 5})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 5
    assert rows[0]["passage"]


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    for path in ("/api/v1/claims", "/api/v1/relations/ARM/USA", "/api/v1/claims?format=csv"):
        tag = client.get(path).headers["etag"]
        again = client.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
    claim = client.get("/api/v1/claims?limit=1").json()["items"][0]["id"]
    client.post(f"/claims/{claim}/accept")
    assert client.get("/api/v1/claims", headers={"If-None-Match": tag}).status_code == 200


def test_a_claim_comes_with_what_stands_behind_it(client: TestClient) -> None:
    id_ = client.get("/api/v1/claims?limit=1").json()["items"][0]["id"]
    found = client.get(f"/api/v1/claims/{id_}").json()
    assert found["is_current"]
    assert found["origins"][0]["reports"] == [found["report"]["id"]]
    assert found["credibility"]["value"] in set("123456")
    assert client.get(f"/api/v1/reports/{found['report']['id']}").json()["report"]["text"]


@pytest.mark.parametrize(
    "path",
    [
        "/reports", "/relations", "/relations/ARM/USA?as_of=2025-02-01", "/briefs/ARM/USA", "/actors/ARM",
        "/standings?actors=ARM,USA", "/standings?actors=ARM&kind=membership", "/search?q=charter", "/publishers",
        "/snapshots", "/reviews", "/names/Yerevan",
    ],
)  # fmt: skip
def test_every_question_has_an_answer(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == 200
    assert answer.json()


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/claims/zzzz", 404, "zzzz"),
        ("/names/Atlantis", 404, "Atlantis"),
        ("/claims?as_of=2025-02-30", 422, "as_of"),
        ("/claims?limit=0", 422, "limit"),
        ("/claims?recorded_by=nosuch", 404, "nosuch"),
        ("/claims?kind=treaty", 422, "kind"),
        ("/nowhere", 404, "Not Found"),
    ],
)
def test_what_is_wrong_is_told_as_json(client: TestClient, path: str, status: int, told: str) -> None:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == status
    assert told in answer.json()["error"]
