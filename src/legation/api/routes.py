"""What can be asked under ``/api/v1``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from legation.api.answers import answer, csv_answer
from legation.errors import DateError, RecordError
from legation.exports.brief_json import brief_to_dict
from legation.pipeline import actor_code, actor_name, brief_of, standings
from legation.pipeline.views import Views, claim_view, relation_view, state_view
from legation.records import Claim, Kind, Modality, claim_to_dict, parse_day, report_to_dict
from legation.store import ClaimQuery, Order

_MOST_CODES = 20
router = APIRouter(prefix="/api/v1", tags=["record"])

_ERRORS: dict[int | str, dict[str, Any]] = {
    304: {"description": "Nothing was written since the ETag given."},
    404: {"description": "No such thing."},
    422: {"description": "Not understood: the message names the field and the value."},
}
Day = Annotated[str | None, Query(description="A day, YYYY-MM-DD.", examples=["2025-01-14"])]
Moment = Annotated[str | None, Query(description="A moment of the record: a day, a time, or a snapshot's name.")]
Codes = Annotated[str, Query(description="Codes or names, comma between: every one must be a party.")]
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


def _views(request: Request) -> Views:
    found: Views = request.app.state.views
    return found


def _day(name: str, given: str | None) -> str | None:
    try:
        if given:
            parse_day(given)
    except DateError as error:
        raise DateError(f"{name}: {error}") from error
    return given or None


def _codes(given: str) -> tuple[str, ...]:
    named = list(dict.fromkeys(each.strip() for each in given.split(",") if each.strip()))
    if len(named) > _MOST_CODES:
        raise RecordError(f"at most {_MOST_CODES} actors at once (got {len(named)})")
    return tuple(dict.fromkeys(actor_code(each) for each in named))


@router.get("/claims", responses=_ERRORS)
def claims(
    request: Request,
    parties: Codes = "",
    about: Annotated[str, Query(description="Codes, comma between: one must be concerned in any role.")] = "",
    kind: Kind | None = None,
    event_type: Annotated[str | None, Query(description="A PLOVER type, as AGREE.")] = None,
    modality: Modality | None = None,
    publisher: str | None = None,
    q: Annotated[str | None, Query(description="Words of the passage or the title.")] = None,
    date_from: Day = None,
    date_to: Day = None,
    as_of: Day = None,
    recorded_by: Moment = None,
    order: Order = Order.LATEST,
    limit: Limit = 100,
    offset: Offset = 0,
    format: Literal["json", "csv"] = "json",  # noqa: A002 - the name that askers expect
) -> Response:
    """Claims, each with its passage, chain of attribution and coder; ``next`` is where the following page starts."""
    record = _views(request).record
    query = ClaimQuery(
        parties=_codes(parties),
        about=_codes(about),
        kinds=(kind,) if kind else (),
        event_types=(event_type,) if event_type else (),
        modalities=(modality,) if modality else (),
        publishers=(publisher,) if publisher else (),
        text=q or None,
        date_from=_day("date_from", date_from),
        date_to=_day("date_to", date_to),
        as_of=_day("as_of", as_of),
        recorded_by=record.desk.moment(recorded_by) if recorded_by else None,
        order=order,
        limit=limit + 1,
        offset=offset,
    )
    if format == "csv":
        return csv_answer(request, lambda: record.claims(query)[:limit], "claims")
    return answer(request, lambda: _page(record.claims(query), limit, offset))


def _page(found: list[Claim], limit: int, offset: int) -> dict[str, Any]:
    more = offset + limit if len(found) > limit else None
    return {"items": [claim_to_dict(claim) for claim in found[:limit]], "next": more}


@router.get("/claims/{id}", responses=_ERRORS)
def claim(request: Request, id: str) -> Response:  # noqa: A002
    """A claim with who else tells the act, its origins, what is contested, its grade, reviews and history."""
    return answer(request, lambda: _claim(_views(request), id))


def _claim(views: Views, id_: str) -> dict[str, Any]:
    view = views.get(claim_view, id_)
    telling = view.telling
    return claim_to_dict(view.claim) | {
        "is_current": view.is_current,
        "tellings": [{"claim": c.id, "report": c.report.id, "publisher": c.report.publisher} for c in telling.claims],
        "origins": [{"reports": o.reports, "reasons": o.reasons} for o in telling.origins],
        "contested": [dispute.told for dispute in telling.disputes],
        "credibility": view.grade,
        "reviews": view.reviews,
        "history": view.trail,
        "standing": view.standing,
    }


@router.get("/reports", responses=_ERRORS)
def reports(request: Request, limit: Limit = 100, offset: Offset = 0) -> Response:
    """Reports without their texts, the last recorded first."""
    record = _views(request).record

    def made() -> dict[str, Any]:
        found = record.reports(limit + 1, offset)
        items = [report_to_dict(report) for report in found[:limit]]
        return {"items": items, "next": offset + limit if len(found) > limit else None}

    return answer(request, made)


@router.get("/reports/{id}", responses=_ERRORS)
def report(request: Request, id: str) -> Response:  # noqa: A002
    """A report with its text and its claims."""
    record = _views(request).record

    def made() -> dict[str, Any]:
        found = record.report(id)
        told = [claim_to_dict(each) for each in record.claims_of_report(found.id)]
        return {"report": report_to_dict(found, with_text=True), "claims": told}

    return answer(request, made)


@router.get("/relations", responses=_ERRORS)
def relations(request: Request, limit: Limit = 100) -> Response:
    """The pairs of states that most claims name together."""
    record = _views(request).record
    return answer(
        request,
        lambda: {"items": [{"a": a, "b": b, "claims": n} for a, b, n in record.busiest(limit)]},
    )


@router.get("/relations/{a}/{b}", responses=_ERRORS)
def relation(request: Request, a: str, b: str, as_of: Day = None, recorded_by: Moment = None) -> Response:
    """Where two parties stand: the brief, what stands, the acts between them and their sums by month."""
    views = _views(request)
    codes, day = (actor_code(a), actor_code(b)), _day("as_of", as_of) or views.today()
    moment = views.record.desk.moment(recorded_by) if recorded_by else None

    def made() -> dict[str, Any]:
        view = views.get(relation_view, codes, day, recorded_by=moment)
        return {
            "brief": brief_to_dict(view.brief),
            "standings": view.standings,
            "points": view.points,
            "months": view.months,
        }

    return answer(request, made)


@router.get("/briefs/{a}/{b}", responses=_ERRORS)
def brief(
    request: Request, a: str, b: str, as_of: Day = None, pages: Annotated[int, Query(ge=1, le=20)] = 1
) -> Response:
    """The brief on two parties."""
    views = _views(request)
    codes, day = (actor_code(a), actor_code(b)), _day("as_of", as_of) or views.today()
    return answer(request, lambda: brief_to_dict(views.get(brief_of, codes, day, pages=pages)))


@router.get("/standings", responses=_ERRORS)
def standing(
    request: Request,
    actors: Codes,
    as_of: Day = None,
    kind: Kind | None = None,
    most: Annotated[int, Query(ge=1, le=2000)] = 500,
) -> Response:
    """Where agreements, bodies, promises, memberships and meetings stand on a day, resting on the latest claims."""
    views = _views(request)
    codes, day = _codes(actors), _day("as_of", as_of) or views.today()
    kinds = {"kinds": (kind,)} if kind else {}
    return answer(request, lambda: {"items": views.get(standings, codes, day, most=most, **kinds) if codes else []})


@router.get("/actors/{code}", responses=_ERRORS)
def actor(request: Request, code: str, as_of: Day = None) -> Response:
    """A state, organisation or person: whom it stands beside, memberships, alignment by pole and year."""
    views = _views(request)
    known, day = actor_code(code), _day("as_of", as_of)
    return answer(request, lambda: views.get(state_view, known, as_of=day))


@router.get("/search", responses=_ERRORS)
def search(request: Request, q: str, as_of: Day = None, limit: Annotated[int, Query(ge=1, le=200)] = 20) -> Response:
    """Passages that hold all the words, the best first, with the places of the words in the snippet."""
    record, day = _views(request).record, _day("as_of", as_of)

    def made() -> dict[str, Any]:
        hits = record.search(q, limit, as_of=day)
        return {"items": [{"claim": claim_to_dict(h.claim), "snippet": h.snippet, "marks": h.marks} for h in hits]}

    return answer(request, made)


@router.get("/publishers", responses=_ERRORS)
def publishers(request: Request, limit: Limit = 100) -> Response:
    """Publishers with the number of their reports."""
    return answer(request, lambda: {"items": _views(request).record.publisher_counts(limit)})


@router.get("/snapshots", responses=_ERRORS)
def snapshots(request: Request) -> Response:
    """The snapshots, each with the id to cite and the digest."""
    desk = _views(request).record.desk
    return answer(request, lambda: {"items": [{**_flat(s), "citation": s.citation} for s in desk.snapshots()]})


def _flat(snapshot: Any) -> dict[str, Any]:
    names = ("name", "recorded_at", "digest", "claims", "reports", "judgements", "by", "note")
    return {name: getattr(snapshot, name) for name in names}


@router.get("/reviews", responses=_ERRORS)
def reviews(request: Request, limit: Limit = 100) -> Response:
    """Decisions of reviewers, the last first."""
    return answer(request, lambda: {"items": _views(request).record.desk.reviews(limit=limit)})


@router.get("/names/{name}", responses=_ERRORS)
def name(request: Request, name: str) -> Response:
    """The code of a state, organisation or person, however it is named."""
    code = actor_code(name)
    return answer(request, lambda: {"code": code, "name": actor_name(code)})
