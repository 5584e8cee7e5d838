"""Search: words and facets, results as passages; searches that are kept."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.errors import RecordError
from legation.ontology import event_types
from legation.pipeline import actor_code
from legation.records import Claim, Kind, Modality
from legation.records.people import Saved, SavedKind
from legation.store import ClaimQuery, Order, Record
from legation.web.identity import Reader
from legation.web.pages.asking import AsOf, PageNumber, TheRecord, TheViews
from legation.web.templating import page

router = APIRouter(include_in_schema=False)
_PAGE = 30


@router.get("/search")
def search(
    request: Request, record: TheRecord, views: TheViews, person: Reader, as_of: AsOf,
    q: str = "", kind: str = "", type: str = "", modality: str = "", publisher: str = "", actor: str = "",  # noqa: A002
    date_from: str = "", date_to: str = "", page_: PageNumber = 1,
) -> Response:  # fmt: skip
    """Show the passages that hold the words, and how the claims in them are spread."""
    asked = {
        "q": q, "kind": kind, "type": type, "modality": modality, "publisher": publisher, "actor": actor,
        "date_from": date_from, "date_to": date_to, "as_of": as_of or "",
    }  # fmt: skip
    given = {name: value for name, value in asked.items() if value}
    at = page_
    query = query_of(asked, limit=_PAGE + 1, offset=(at - 1) * _PAGE)
    found = views.get(_found, query) if given else []
    snippets = _snippets(record, q, as_of) if q and found else {}
    return page(
        request,
        "search.html",
        asked=asked,
        given=given,
        claims=found[:_PAGE],
        snippets=snippets,
        facets=views.get(_facets, query_of(asked)) if given else {},
        more=f"/search?{urlencode({**given, 'page_': at + 1})}" if len(found) > _PAGE else None,
        saved=record.staff.kept(person.name, SavedKind.SEARCH),
        address=urlencode(given),
    )


def _found(record: Record, query: ClaimQuery) -> list[Claim]:
    return record.claims(query)


def _facets(record: Record, query: ClaimQuery) -> dict[str, list[tuple[str, int]]]:
    return record.facets(query)


def query_of(asked: dict[str, str], *, limit: int | None = None, offset: int = 0) -> ClaimQuery:
    """Return the query that a search form means; raises RecordError for a value that is none."""
    _require("kind", asked["kind"], list(Kind))
    _require("type", asked["type"], list(event_types()))
    _require("modality", asked["modality"], list(Modality))
    return ClaimQuery(
        text=asked["q"] or None,
        kinds=(Kind(asked["kind"]),) if asked["kind"] else (),
        event_types=(asked["type"],) if asked["type"] else (),
        modalities=(Modality(asked["modality"]),) if asked["modality"] else (),
        publishers=(asked["publisher"],) if asked["publisher"] else (),
        parties=tuple(actor_code(each) for each in asked["actor"].split(",") if each.strip()),
        date_from=asked["date_from"] or None,
        date_to=asked["date_to"] or None,
        as_of=asked["as_of"] or None,
        order=Order.LATEST,
        limit=limit,
        offset=offset,
    )


def _require(name: str, value: str, allowed: list[str]) -> None:
    if value and value not in allowed:
        raise RecordError(f"{name}: {value!r} is none of {', '.join(allowed)}")


def _snippets(record: Record, text: str, as_of: str | None) -> dict[str, list[tuple[str, bool]]]:
    """Return claim id -> its passage cut into runs, each with whether it is one of the words.

    Where it is the title that holds the words, the passage stands as it is.
    """
    out = {}
    for hit in record.search(text, 200, as_of=as_of):
        if hit.snippet.strip("… ")[:30] not in hit.claim.passage.exact:
            continue
        runs, at = [], 0
        for mark in hit.marks:
            runs += [(hit.snippet[at : mark.start], False), (hit.snippet[mark.start : mark.end], True)]
            at = mark.end
        out[hit.claim.id] = [*runs, (hit.snippet[at:], False)]
    return out


@router.post("/search/save")
def save(
    record: TheRecord, person: Reader, address: str = Form(...), title: str = Form(""), wanted: str = Form("yes")
) -> Response:
    """Keep a search, or no longer."""
    if wanted == "yes":
        kept = Saved(kind=SavedKind.SEARCH, value=address, title=title.strip() or address)
        record.staff.keep(person.name, kept)
    else:
        record.staff.drop(person.name, SavedKind.SEARCH, address)
    return RedirectResponse(f"/search?{address}", 303)
