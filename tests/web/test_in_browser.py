"""The desk in Debian's Chromium: every page and every action, as a person does them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.web.desk import EXAMPLES, desk, record_of, served

from legation.records import Kind
from legation.records.people import Role
from legation.store import ClaimQuery, open_record
from legation.web.identity import hashed
from legation.web.settings import Entry

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (360, 1280, 2560)
PAGES = (
    "/", "/relations", "/relations/ARM-USA", "/relations/ARM-USA/brief", "/actors/ARM", "/reports", "/kinds/agreements",
    "/search?q=charter", "/review", "/import", "/snapshots", "/publishers", "/publishers/Example%20Wire", "/log",
    "/api/v1/docs", "/accounts", "/nowhere",
)  # fmt: skip


def _charter(app: FastAPI) -> str:
    return record_of(app).claims(ClaimQuery(kinds=(Kind.AGREEMENT,), parties=("ARM", "USA")))[0].report.id


# -- looks ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(tab: Page, app: FastAPI, scheme: str) -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    claim = record_of(app).claims(ClaimQuery(kinds=(Kind.COMMITMENT,)))[0].id
    found = []
    for path in (*PAGES, f"/reports/{_charter(app)}", f"/claims/{claim}"):
        tab.goto(path)
        tab.wait_for_load_state("networkidle")
        tab.evaluate(AXE)
        told = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [
            f"{path}: {each['id']} at {node['target']}: {node['failureSummary'].splitlines()[1:2]}"
            for each in told["violations"]
            if each["impact"] in {"serious", "critical"}
            for node in each["nodes"][:3]
        ]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_window(tab: Page, app: FastAPI, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    wide = []
    for path in (*PAGES, f"/reports/{_charter(app)}"):
        tab.goto(path)
        tab.wait_for_load_state("networkidle")
        if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    assert wide == []


def test_the_pages_are_read_without_scripts(browser: Browser, app: FastAPI) -> None:
    with served(app) as address:
        context = browser.new_context(base_url=address, java_script_enabled=False)
        page = context.new_page()
        page.goto("/relations/ARM-USA")
        page.get_by_text("As a table").first.click()
        expect(page.get_by_role("columnheader", name="Cooperation")).to_be_visible()
        page.get_by_label("As of, the day").fill("2023-01-01")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_text("As known on 1 January 2023")).to_be_visible()
        context.close()


# -- the relation --------------------------------------------------------------------------------------


def test_the_slider_moves_everything_on_the_page(tab: Page) -> None:
    tab.goto("/relations/ARM-USA")
    expect(tab.get_by_text("signed a Charter").first).to_be_visible()
    tab.locator("#slide").fill("1")
    tab.locator("#slide").dispatch_event("change")
    expect(tab.get_by_text("signed a Charter")).to_have_count(0)
    expect(tab).to_have_url(re.compile(r"as_of=20\d\d"))


def test_a_line_opens_its_passage_and_the_passage_its_report(tab: Page) -> None:
    tab.goto("/relations/ARM-USA")
    tab.locator(".lines summary", has_text="signed a Charter").first.click()
    quote = tab.locator(".lines details[open] blockquote").first
    expect(quote).to_contain_text("signed a Charter on Strategic Partnership")
    tab.locator(".lines details[open]").get_by_role("link", name="open the report").first.click()
    expect(tab.locator("#text")).to_contain_text("signed a Charter on Strategic Partnership")


def test_charts_are_drawn_and_their_points_open_claims(tab: Page) -> None:
    tab.goto("/relations/ARM-USA")
    chart = tab.locator("figure[data-chart=relation] svg[aria-label]").first
    expect(chart).to_be_visible()
    point = tab.locator("figure[data-chart=relation] svg a").first
    assert str(point.evaluate("a => a.href.baseVal")).startswith("/claims/")
    tab.goto("/actors/ARM")
    expect(tab.locator("figure[data-chart=map] svg[aria-label]")).to_be_visible()
    assert tab.locator("figure[data-chart=map] path").count() > 170
    expect(tab.locator("figure[data-chart=memberships] svg[aria-label]")).to_be_visible()


def test_a_relation_is_followed(tab: Page) -> None:
    tab.goto("/relations/ARM-USA")
    tab.get_by_role("button", name="Follow").click()
    tab.goto("/")
    expect(tab.get_by_role("heading", name="Relations you follow")).to_be_visible()
    expect(tab.get_by_role("heading", name="Armenia and United States")).to_be_visible()


# -- a report and its claims ---------------------------------------------------------------------------


def test_claims_are_reviewed_with_the_keyboard_alone(tab: Page, app: FastAPI) -> None:
    tab.goto(f"/reports/{_charter(app)}")
    keys = tab.keyboard
    keys.press("j")
    expect(tab.locator("#claims .claim.at")).to_have_attribute("data-number", "1")
    assert tab.locator("#text .lit").count() > 0
    keys.press("a")
    expect(tab.locator("#claims .claim.at .done")).to_contain_text("accepted by anna")
    keys.press("u")
    expect(tab.locator("#claims .claim.at .done")).to_contain_text("taken back")
    keys.press("j")
    keys.press("r")
    keys.type("the minister only considered it")
    keys.press("Enter")
    expect(tab.locator("#claims .claim.at .done")).to_contain_text("rejected by anna: the minister only")
    keys.press("j")
    keys.press("c")
    keys.type("when=2024-05-10")
    keys.press("Tab")
    keys.type("it was a Friday")
    keys.press("Enter")
    expect(tab.locator("#claims .claim.at .done")).to_contain_text("corrected by anna: it was a Friday · when")
    keys.press("k")
    expect(tab.locator("#claims .claim.at")).to_have_attribute("data-number", "2")
    assert [review.action.value for review in record_of(app).desk.reviews()] == ["correct", "reject", "undo", "accept"]


def test_a_refusal_stands_beside_the_form(tab: Page, app: FastAPI) -> None:
    tab.goto(f"/reports/{_charter(app)}")
    first = tab.locator("#claims .claim").first
    first.get_by_text("Correct", exact=True).click()
    first.locator("[name=fields]").fill("when=soon")
    first.get_by_role("button", name="Put it right").click()
    expect(first.get_by_role("alert")).to_contain_text("soon")
    expect(first.locator("[name=fields]")).to_have_value("when=soon")


def test_a_claim_is_added_by_selecting_words(tab: Page, app: FastAPI) -> None:
    report = _charter(app)
    tab.goto(f"/reports/{report}")
    tab.evaluate(
        """() => { const text = document.querySelector('#text'); const range = document.createRange();
        const pieces = [...text.querySelectorAll('span')]; range.setStart(pieces[0].firstChild, 0);
        range.setEndAfter(pieces[2]); getSelection().removeAllRanges(); getSelection().addRange(range);
        text.focus(); }"""
    )
    tab.keyboard.press("n")
    passage = tab.locator("#writing [name=passage]")
    assert passage.input_value() in record_of(app).report(report).text
    tab.locator("#writing [name=kind]").select_option("event")
    tab.locator("#writing [name=fields]").fill("type=CONSULT\nactors=ARM,USA")
    tab.get_by_role("button", name="Write it").click()
    expect(tab.get_by_text("· write")).to_be_visible()
    assert record_of(app).desk.reviews()[0].action.value == "write"


def test_a_promise_is_followed_up(tab: Page, app: FastAPI) -> None:
    promise = record_of(app).claims(ClaimQuery(kinds=(Kind.COMMITMENT,)))[0].id
    tab.goto(f"/claims/{promise}")
    form = tab.locator("form", has=tab.get_by_role("button", name="Set", exact=True))
    form.locator("[name=field]").select_option("completion")
    form.locator("[name=value]").fill("substantial")
    form.locator("[name=reason]").fill("two of three steps are done")
    form.get_by_role("button", name="Set", exact=True).click()
    expect(tab.get_by_text("two of three steps are done").first).to_be_visible()


def test_the_queue_is_worked_off(tab: Page, app: FastAPI) -> None:
    tab.goto("/review")
    tab.locator("#claims .claim").first.get_by_role("button", name="Accept").click()
    expect(tab.locator("#claims .done")).to_contain_text("accepted by anna")
    tab.reload()
    tab.get_by_role("button", name="undo").first.click()
    expect(tab.get_by_text("(taken back)")).to_be_visible()


# -- search, import, snapshots -------------------------------------------------------------------------


def test_search_narrows_by_facets_and_is_kept(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("searchbox", name="Search the record").fill("charter")
    tab.keyboard.press("Enter")
    expect(tab.locator("article mark").first).to_contain_text(re.compile("charter", re.IGNORECASE))
    before = tab.locator("article.claim").count()
    tab.locator("aside").get_by_role("link", name="agreement").click()
    expect(tab.get_by_role("link", name="kind: agreement")).to_be_visible()
    assert 0 < tab.locator("article.claim").count() < before
    tab.get_by_label("Keep this search as").fill("charters signed")
    tab.get_by_role("button", name="Keep", exact=True).click()
    expect(tab.get_by_role("link", name="charters signed")).to_be_visible()


def test_a_pasted_report_is_read_while_one_watches(tab: Page) -> None:
    tab.goto("/import")
    tab.get_by_label("Text", exact=True).fill(
        "Norway and Iceland sign a fisheries accord\n\nOSLO, 3 March 2025 - Norway and Iceland signed an agreement on "
        "herring quotas in Oslo on Monday. Norwegian Foreign Minister Espen Barth Eide said that a commission would "
        "meet in June."
    )
    tab.get_by_label("Publisher").fill("Fjord Post")
    tab.get_by_role("button", name="Read").click()
    expect(tab.get_by_text("Done.")).to_be_visible()
    tab.locator("#job .outcomes").get_by_role("link").first.click()
    expect(tab.locator("#claims .claim").first).to_be_visible()
    tab.goto("/relations/ISL-NOR")
    expect(tab.get_by_text("Iceland").first).to_be_visible()


def test_files_are_uploaded_and_what_cannot_be_read_is_named(tab: Page, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    tab.goto("/import")
    tab.locator("[name=files]").set_input_files([EXAMPLES / "finland-nato.txt", tmp_path / "empty.txt"])
    tab.get_by_role("button", name="Read").click()
    expect(tab.get_by_text("Done.")).to_be_visible()
    expect(tab.locator("#job .warn")).to_contain_text("empty.txt")
    expect(tab.locator("#job .outcomes").get_by_role("link")).to_have_count(1)


def test_an_address_of_this_machine_is_not_fetched(tab: Page, context: BrowserContext) -> None:
    tab.goto("/import")
    tab.get_by_label("Addresses, a line each").fill(tab.url)
    tab.get_by_role("button", name="Read").click()
    expect(tab.locator("#job .warn")).to_contain_text("not on the public internet")


def test_a_snapshot_is_taken_verified_and_compared(tab: Page) -> None:
    tab.goto("/snapshots")
    tab.get_by_label("Name").fill("paper-v1")
    tab.get_by_role("button", name="Take a snapshot").click()
    tab.get_by_role("link", name="verify paper-v1").click()
    expect(tab.get_by_text("holds: the record still says")).to_be_visible()
    tab.get_by_label("From").fill("2020-01-01")
    tab.get_by_role("button", name="Compare").click()
    expect(tab.get_by_text("claims said newly")).to_be_visible()


def test_a_brief_prints_with_its_passages(tab: Page) -> None:
    tab.goto("/relations/ARM-USA/brief")
    tab.emulate_media(media="print")
    expect(tab.get_by_role("navigation")).to_be_hidden()
    assert len(tab.pdf()) > 10_000


def test_an_empty_record_takes_in_the_dossier(browser: Browser, tmp_path: Path) -> None:
    with desk(tmp_path / "new.db") as app, served(app) as address:
        page = browser.new_page(base_url=address)
        page.goto("/")
        page.get_by_role("button", name="Read the shipped dossier").click()
        expect(page.locator("#job progress")).to_be_visible()
        expect(page.locator("#job .outcomes a").first).to_be_visible(timeout=30_000)
        page.close()


def test_one_logs_in_and_out(browser: Browser, place: Path) -> None:
    with open_record(str(place)) as record:
        record.staff.add("anna", Role.ADMIN, hashed("a long enough one"))
    with desk(place, entry=Entry.ACCOUNTS) as app, served(app) as address:
        page = browser.new_page(base_url=address)
        page.goto("/relations/ARM-USA")
        page.get_by_label("Name").fill("anna")
        page.get_by_label("Password").fill("a long enough one")
        page.get_by_role("button", name="Log in").click()
        page.locator("details.who summary").click()
        page.get_by_role("link", name="Accounts").click()
        expect(page.get_by_role("heading", name="Accounts")).to_be_visible()
        page.locator("details.who summary").click()
        page.get_by_role("button", name="Log out").click()
        expect(page.get_by_role("heading", name="Log in")).to_be_visible()
        page.close()
