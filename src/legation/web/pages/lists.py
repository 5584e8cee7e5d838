"""Lists of one kind: agreements, bodies, commitments, …; and the page on the API."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from legation.pipeline import actor_code
from legation.records import Kind
from legation.store import ClaimQuery, Order
from legation.web.identity import Reader
from legation.web.pages.asking import AsOf, PageNumber, TheRecord
from legation.web.templating import page

router = APIRouter(include_in_schema=False)
KINDS = {
    "agreements": Kind.AGREEMENT,
    "bodies": Kind.BODY,
    "commitments": Kind.COMMITMENT,
    "memberships": Kind.MEMBERSHIP,
    "meetings": Kind.MEETING,
    "statements": Kind.STATEMENT,
    "events": Kind.EVENT,
}
_PAGE = 60


@router.get("/kinds/{name}")
def listed(
    request: Request, record: TheRecord, person: Reader, name: str, as_of: AsOf, actor: str = "", page_: PageNumber = 1
) -> Response:
    """List the claims of a kind, the latest first."""
    kind = KINDS.get(name)
    if kind is None:
        return page(request, "error.html", status=404, title="Not found", message=f"there is no list of {name!r}")
    codes = tuple(actor_code(each) for each in actor.split(",") if each.strip())
    at = page_
    query = ClaimQuery(
        kinds=(kind,), parties=codes, as_of=as_of, order=Order.LATEST, limit=_PAGE + 1, offset=(at - 1) * _PAGE
    )
    found = record.claims(query)
    more = f"/kinds/{name}?actor={actor}&as_of={as_of or ''}&page_={at + 1}" if len(found) > _PAGE else None
    return page(request, "claims.html", title=name.capitalize(), claims=found[:_PAGE], more=more)


@router.get("/api/v1/openapi.json")
def described(request: Request, person: Reader) -> JSONResponse:
    """Return the OpenAPI description."""
    return JSONResponse(request.app.openapi())


@router.get("/api/v1/docs")
def api(request: Request, person: Reader) -> Response:
    """Show what programs can ask for, from the OpenAPI description."""
    return page(request, "api.html", described=request.app.openapi())
