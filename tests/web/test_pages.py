from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.store import factories as make
from tests.web.desk import desk, record_of

from legation.records import Kind
from legation.store import ClaimQuery, open_record

PATHS = (
    "/", "/?since=2020-01-01", "/relations", "/relations/ARM-USA", "/relations/ARM-USA?as_of=2024-01-01",
    "/relations/ARM-USA/brief", "/relations/ARM-USA/brief?long=true", "/relations/ARM-USA/brief.md",
    "/relations/ARM-USA/claims?month=2025-01", "/relations/ALB-ZWE", "/actors/ARM", "/actors/NATO",
    "/actors/person:antony-blinken", "/reports", "/kinds/agreements", "/kinds/commitments?actor=ARM",
    "/search", "/search?q=charter", "/search?q=charter&kind=agreement&actor=ARM,USA", "/search?q=zzzz", "/review",
    "/review?actor=ARM", "/import", "/snapshots", "/publishers", "/publishers/Example%20Wire", "/log", "/accounts",
    "/api/v1/docs",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    if answer.headers["content-type"].startswith("text/html"):
        assert answer.text.count("<h1") == 1
        assert "Undefined" not in answer.text


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/nowhere", 404, "Not found"),
        ("/claims/zzzz", 404, "zzzz"),
        ("/reports/zzzz", 404, "zzzz"),
        ("/relations/ARM-ARM", 404, "no two actors"),
        ("/relations/Atlantis-ARM", 404, "Atlantis"),
        ("/actors/Atlantis", 404, "Atlantis"),
        ("/kinds/treaties", 404, "treaties"),
        ("/relations/ARM-USA?as_of=2025-02-30", 422, "as_of"),
        ("/search?kind=treaty", 422, "treaty"),
        ("/snapshots?verify=none", 404, "none"),
        ("/import/none", 404, "none"),
        ("/reports?page_=x", 422, "page_"),
        ("/reports?page_=9999999999999999999999999", 422, "page_"),
        ("/review?offset=9999999999999999999999999", 422, "offset"),
        ("/relations/" + "-" * 300, 404, "no two actors"),
    ],
)
def test_what_is_not_there_or_not_understood_is_told(client: TestClient, path: str, status: int, told: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert told in answer.text


def test_names_lead_to_the_relation_of_the_codes(client: TestClient) -> None:
    answer = client.get("/relations/Armenia-United States", follow_redirects=False)
    assert answer.headers["location"] == "/relations/ARM-USA"
    answer = client.get("/relations?a=Yerevan&b=Washington", follow_redirects=False)
    assert answer.headers["location"] == "/relations/ARM-USA"


def test_an_empty_record_offers_the_dossier(tmp_path: Path) -> None:
    with desk(tmp_path / "new.db") as app, TestClient(app) as client:
        assert "Read the shipped dossier" in client.get("/").text
        for path in ("/relations", "/reports", "/search?q=x", "/review", "/publishers", "/kinds/bodies", "/log"):
            assert client.get(path).status_code == 200


def test_a_claim_opens_its_passage_and_a_report_marks_it(client: TestClient, app: FastAPI) -> None:
    claim = record_of(app).claims(ClaimQuery(kinds=(Kind.AGREEMENT,), parties=("ARM", "USA")))[0]
    shown = client.get(f"/claims/{claim.id}").text
    assert claim.passage.exact.split("'")[0][:40] in shown
    report = client.get(f"/reports/{claim.report.id}").text
    marked = re.findall(r'data-claims="([\d ]*)"', report)
    count = len(record_of(app).claims_of_report(claim.report.id))
    assert {int(n) for each in marked for n in each.split()} == set(range(1, count + 1))


def test_reviews_at_the_desk_are_those_of_the_record(client: TestClient, app: FastAPI) -> None:
    one, two, three = (claim.id for claim in record_of(app).claims(ClaimQuery(limit=3)))
    client.post(f"/claims/{one}/accept")
    client.post(f"/claims/{two}/reject", data={"reason": "only considered"})
    client.post(f"/claims/{three}/correct", data={"fields": "when=2024-05-10", "reason": "it was a Friday"})
    made = [(review.action.value, review.claim, review.by) for review in record_of(app).desk.reviews()]
    assert made == [("correct", three, "anna"), ("reject", two, "anna"), ("accept", one, "anna")]
    client.post(f"/reviews/{record_of(app).desk.reviews()[1].number}/undo")
    assert record_of(app).claims_by_id([two]) != []


def test_a_refusal_says_why_and_changes_nothing(client: TestClient, app: FastAPI) -> None:
    claim = record_of(app).claims(ClaimQuery(limit=1))[0].id
    for path, fields, told in (
        (f"/claims/{claim}/reject", {"reason": ""}, "reason"),
        (f"/claims/{claim}/correct", {"fields": "when=soon"}, "when"),
        (f"/claims/{claim}/correct", {"fields": "nonsense"}, "field=value"),
        (f"/claims/{claim}/link", {"other": claim, "verdict": "same"}, "another"),
        ("/snapshots", {"name": "a b"}, "name"),
        ("/import", {}, "nothing to read"),
        ("/import", {"urls": "file:///etc/passwd"}, "no http"),
    ):
        answer = client.post(path, data=fields)
        assert answer.status_code == 422, path
        assert told in answer.text
    assert record_of(app).desk.reviews() == []


def test_a_claim_is_written_on_words_of_the_report(client: TestClient, app: FastAPI) -> None:
    report = record_of(app).report(record_of(app).claims()[0].report.id)
    words = report.text.strip().splitlines()[0]
    fields = {"passage": words, "kind": "event", "fields": "type=CONSULT\nactors=ARM,USA"}
    answer = client.post(f"/reports/{report.id}/claims", data=fields)
    assert answer.status_code == 200
    assert record_of(app).desk.reviews()[0].action.value == "write"


def test_a_relation_is_followed_and_stands_on_the_front_page(client: TestClient) -> None:
    client.post("/follow", data={"a": "ARM", "b": "USA"})
    assert "Relations you follow" in client.get("/").text
    client.post("/follow", data={"a": "ARM", "b": "USA", "wanted": "no"})
    assert "Relations you follow" not in client.get("/").text


def test_a_search_is_kept(client: TestClient) -> None:
    client.post("/search/save", data={"address": "q=charter", "title": "charters"})
    assert "charters" in client.get("/search").text
    client.post("/search/save", data={"address": "q=charter", "wanted": "no"})
    assert "charters" not in client.get("/search").text


def test_a_snapshot_is_taken_verified_and_compared(client: TestClient, app: FastAPI) -> None:
    client.post("/snapshots", data={"name": "before", "note": "a paper"})
    claim = record_of(app).claims(ClaimQuery(limit=1))[0].id
    client.post(f"/claims/{claim}/reject", data={"reason": "nobody says so"})
    client.post("/snapshots", data={"name": "after"})
    assert "holds" in client.get("/snapshots?verify=before").text
    assert claim in client.get("/snapshots/difference?first=before&second=after").text


def test_a_page_shows_what_another_process_wrote(client: TestClient, place: Path) -> None:
    before = client.get("/relations/ARM-USA").text
    with open_record(str(place)) as other:
        for claim in other.claims(ClaimQuery(parties=("ARM", "USA"))):
            other.desk.reject(claim.id, by="boris", reason="a trial")
    after = client.get("/relations/ARM-USA").text
    assert "claims name both" in before
    assert "claims name both" not in after


def test_a_day_outside_of_history_does_not_close_the_relations(client: TestClient, app: FastAPI) -> None:
    old = make.report("Fiji signed an agreement with Tonga on trade.", published_on="0001-01-01")
    record_of(app).add_reading(old, [], coder=make.CODER)
    assert client.get("/relations/ARM-USA").status_code == 200


def test_a_publisher_may_be_called_anything(client: TestClient, app: FastAPI) -> None:
    name = "AP/Reuters? #1"
    report = make.report("Fiji and Tonga met in Suva.", publisher=name)
    record_of(app).add_reading(report, [make.claim(report)])
    link = f"/publishers/{quote(name, safe='')}"
    assert link in client.get("/publishers").text
    assert client.post(f"{link}/grade", data={"value": "B", "reason": "read for years"}).status_code == 200
    assert "set by anna" in client.get(link).text
