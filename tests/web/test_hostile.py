"""Reports that want more than to be read: all of it is shown as text, none of it runs."""

from __future__ import annotations

import itertools
from pathlib import Path

from fastapi.testclient import TestClient
from playwright.sync_api import Browser
from tests.web.desk import desk, served

from legation.documents import marks_of
from legation.pipeline import reviewer, written
from legation.records import Report, report_id
from legation.store import Record, open_record

SCRIPTS = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "<svg onload=window.hacked=1>",
    "</script><script>window.hacked=1</script>",
    "\"><b onmouseover=window.hacked=1>",
    "' autofocus onfocus='window.hacked=1",
    "javascript:window.hacked=1",
    "<iframe srcdoc='<script>top.hacked=1</script>'>",
    "{{ 7*7 }}{% raw %}",
    "${7*7}`",
    "<!--",
    "]]>",
    "<a href=javascript:window.hacked=1>x</a>",
    "<style>*{display:none}</style>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<form action=//evil.example><button>x",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "&#x3c;script",
    "&amp;&nosuch;&#0;&#xD800;",
)
STRANGE = (
    "\u202egnorw si siht\u202c",
    "\u2066a\u2069",
    "zero\u200bwidth\u200cjoin\u200d",
    "\ufeff",
    "\x01",
    "\x1b[31mred",
    "\x9b31m",
    "a" * 5000,
    "\u0301" * 400,
    "\U0001f1e6\U0001f1f2",
    "\U000e0041\U000e0042",
    "\u2028\u2029",
    "\x7f\x80\x85",
)
FRAMES = (
    "Armenia and Georgia signed an accord {} in Tbilisi.",
    "Armenia signed an accord with Georgia, and a minister said: \u201c{}\u201d.",
    "{} Armenia met Georgia in Tbilisi.",
    "Armenia met Georgia{}",
    "Armenia and Georgia met.\n\n{}\n\nThen they signed.",
    "Armenia {}{} Georgia.",
)
MANY = 200


def _reports() -> list[Report]:
    """Return 200 hostile reports: text, title, publisher and address hold what is hostile."""
    made = []
    for frame, part in itertools.product(FRAMES, (*SCRIPTS, *STRANGE)):
        text = frame.replace("{}", part)
        known = {"title": part[:300], "publisher": part[:200], "url": part[:200], "published_on": "2025-01-14"}
        made.append(Report(id=report_id(text), text=text, published_basis="explicit", **known))
    return made[:MANY]


def _fill(record: Record) -> list[str]:
    """Record the reports, each with a claim on its whole first sentence and what is hostile in its fields."""
    ids = []
    for report in _reports():
        fields = {"actors": "ARM,GEO", "name": report.title or "", "act": "signature"}
        claims = [written(report, report.text, "agreement", fields, "anna")]
        record.add_reading(report, claims, coder=reviewer("anna"), marks=marks_of(report))
        ids.append(report.id)
    return ids


def test_two_hundred_hostile_reports_are_shown_as_text(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    with open_record(str(place)) as record:
        ids = _fill(record)
        claims = [claim.id for claim in record.claims()]
    assert len(ids) == MANY
    assert len(claims) > 150
    of_the_two = ("/relations/ARM-GEO", "/relations/ARM-GEO/brief?long=true", "/kinds/agreements", "/actors/ARM")
    searches = ("/search?q=accord", "/search?q=%3Cscript%3E")
    lists = ("/", "/reports", "/review", "/publishers", "/log", *searches, *of_the_two)
    with desk(place) as app, TestClient(app) as client:
        for path in (*lists, *(f"/reports/{id_}" for id_ in ids), *(f"/claims/{id_}" for id_ in claims)):
            answer = client.get(path)
            assert answer.status_code == 200, path
            _is_text(answer.text, path)


def _is_text(page: str, path: str) -> None:
    """Hold a page against what may stand in it: the templates' own tags, and no character that steers."""
    low = page.lower()
    for tag in ("<script>", "<img src=x", "<svg", "<iframe", "<base", "<meta http-equiv=refresh", "<style", "<b onm"):
        assert tag not in low, (path, tag)
    for attribute in (' href="javascript:', " href=javascript", 'formaction="'):
        assert f"<a{attribute}" not in low, (path, attribute)
    assert "49{% raw" not in page
    for character in "\u202e\u2066\u2069\u202c\x1b\x9b\x7f\u2028":
        assert character not in page, (path, hex(ord(character)))


def test_in_a_browser_nothing_of_them_runs(browser: Browser, tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    with open_record(str(place)) as record:
        ids = _fill(record)
        claims = [claim.id for claim in record.claims()]
    with desk(place) as app, served(app) as address:
        page = browser.new_page(base_url=address)
        others: list[str] = []
        page.on("request", lambda asked: others.append(asked.url) if not asked.url.startswith(address) else None)
        paths = ["/", "/relations/ARM-GEO", "/reports", "/review", *(f"/reports/{i}" for i in ids[::9])]
        for path in (*paths, *(f"/claims/{i}" for i in claims[::9])):
            page.goto(path)
            page.mouse.move(300, 300)
            assert page.evaluate("window.hacked") is None, path
        assert [url for url in others if not url.startswith("data:")] == []
        page.close()
