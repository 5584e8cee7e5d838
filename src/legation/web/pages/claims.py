"""A claim with all that stands behind it, and what reviewers do to it."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.errors import RecordError
from legation.pipeline import corrected, link_report
from legation.pipeline.correcting import FIELDS, OBJECT_FIELDS
from legation.pipeline.views import claim_view
from legation.records import Bond, Judgement, Review, Verdict, ordered
from legation.records.reviews import FIELDS as ASSESSABLE
from legation.store import Record
from legation.web.identity import Analyst, Reader
from legation.web.pages.asking import Number, TheRecord, TheViews
from legation.web.pages.reports import pairs
from legation.web.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/claims/{id_}")
def claim(request: Request, views: TheViews, person: Reader, id_: str) -> Response:
    """Show a claim: tellings, origins, versions, history, follow-up."""
    view = views.get(claim_view, id_)
    if id_ != view.claim.id:
        return RedirectResponse(f"/claims/{view.claim.id}", 303)
    return page(request, "claim.html", view=view, fields=(*FIELDS, *OBJECT_FIELDS), assessable=ASSESSABLE)


@router.post("/claims/{id_}/accept")
def accept(request: Request, record: TheRecord, person: Analyst, id_: str, back: str = Form("")) -> Response:
    """Accept a claim."""
    return _decided(request, record, record.desk.accept(id_, by=person.name), back)


@router.post("/claims/{id_}/reject")
def reject(
    request: Request, record: TheRecord, person: Analyst, id_: str, reason: str = Form(""), back: str = Form("")
) -> Response:
    """Reject a claim, with a reason."""
    return _decided(request, record, record.desk.reject(id_, by=person.name, reason=reason), back)


@router.post("/claims/{id_}/correct")
def correct(
    request: Request, record: TheRecord, person: Analyst, id_: str,
    fields: str = Form(...), reason: str = Form(""), back: str = Form(""),
) -> Response:  # fmt: skip
    """Put a corrected claim in the place of one: ``fields`` are lines of field=value."""
    found = record.claim(id_)
    made, changes = corrected(found, record.report(found.report.id), pairs(fields), person.name)
    review = record.desk.correct(found.id, made, changes, by=person.name, reason=reason)
    link_report(record, found.report.id)
    return _decided(request, record, review, back)


@router.post("/reviews/{number}/undo")
def undo(request: Request, record: TheRecord, person: Analyst, number: Number, back: str = Form("")) -> Response:
    """Take a review back."""
    return _decided(request, record, record.desk.undo(number, by=person.name), back)


@router.post("/claims/{id_}/assess")
def assess(
    record: TheRecord, person: Analyst, id_: str,
    field: str = Form(...), value: str = Form(...), reason: str = Form(""),
) -> Response:  # fmt: skip
    """Set a value by hand: how far a promise is kept, how credible a claim is."""
    found = record.claim(id_)
    record.desk.assess(found.id, field, value, by=person.name, reason=reason)
    return RedirectResponse(f"/claims/{found.id}", 303)


@router.post("/claims/{id_}/link")
def link(
    record: TheRecord, person: Analyst, id_: str,
    other: str = Form(...), verdict: str = Form(...), reason: str = Form(""),
) -> Response:  # fmt: skip
    """Judge by hand whether two claims tell one act."""
    one, two = record.claim(id_).id, record.claim(other.strip()).id
    if one == two:
        raise RecordError("a claim is the same as itself: name another")
    if verdict not in {"same", "different"}:
        raise RecordError(f"verdict: {verdict!r} is none of same, different")
    left, right = ordered(Bond.TELLING, one, two)
    made = Judgement(
        bond=Bond.TELLING, left=left, right=right, verdict=Verdict(verdict), by=person.name, reason=reason
    )
    record.judgements.add([made])
    return RedirectResponse(f"/claims/{one}", 303)


def _decided(request: Request, record: Record, review: Review, back: str) -> Response:
    """Answer with a line on the decision, to stand in the claim's place; without htmx go where the person was."""
    if "hx-request" not in request.headers:
        where = back if back.startswith("/") and not back.startswith(("//", "/\\")) else f"/claims/{review.claim}"
        return RedirectResponse(where, 303)
    result = record.claims_by_id([review.result]) if review.result else []
    came_from = urlsplit(request.headers.get("hx-current-url", "")).path or "/review"
    found = result[0] if result else None
    restored = record.claims_by_id([review.claim]) if review.undoes is not None else []
    current = restored[0] if restored else None
    return page(request, "fragments/decided.html", review=review, result=found, current=current, back=came_from)
