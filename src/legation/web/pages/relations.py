"""A relation, its brief to print; and an actor: state, organisation, person."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import asdict
from datetime import date, timedelta

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from legation.analysis import ALIGNMENT, BALANCE
from legation.errors import UnknownActorError
from legation.exports.brief_html import brief_body
from legation.exports.brief_markdown import brief_to_markdown
from legation.pipeline import actor_code, actor_name, brief_of
from legation.pipeline.views import relation_view, state_view
from legation.pipeline.views.state import POLES
from legation.records import parse_day
from legation.records.people import SavedKind
from legation.store import ClaimQuery, Order, Record
from legation.web.identity import Reader
from legation.web.pages.asking import AsOf, TheRecord, TheViews, moment, today
from legation.web.templating import page

router = APIRouter(include_in_schema=False)
_MARKDOWN = "text/markdown; charset=utf-8"
_LONG = 5
_LONGEST, _MOST_SIGNS = 200, 12


@router.get("/relations")
def relations(request: Request, views: TheViews, person: Reader, a: str = "", b: str = "") -> Response:
    """Show the relations that most is told of; lead to that of two actors."""
    if a and b:
        return RedirectResponse(f"/relations/{actor_code(a)}-{actor_code(b)}", 303)
    pairs = views.get(_busiest)
    return page(request, "relations.html", pairs=pairs, a=a, b=b)


@router.get("/relations/{pair}")
def relation(
    request: Request, record: TheRecord, views: TheViews, person: Reader, pair: str, as_of: AsOf, recorded_by: str = ""
) -> Response:
    """Show where two parties stand on a day."""
    a, b = parties(pair)
    if pair != f"{a}-{b}":
        asked = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/relations/{a}-{b}{asked}", 301)
    day = as_of or today()
    view = views.get(relation_view, (a, b), day, recorded_by=moment(record, recorded_by))
    kept = record.staff.kept(person.name, SavedKind.RELATION)
    chart = {
        "points": [_point(each) for each in view.points],
        "months": [{**asdict(each), "balance": each.balance} for each in view.months],
    }
    return page(
        request,
        "relation.html",
        view=view,
        a=a,
        b=b,
        chart=chart,
        formula=BALANCE,
        recorded_by=recorded_by,
        is_followed=any(each.value == pair for each in kept),
        slider=_slider(view.days, view.as_of),
        months=view.months,
    )


def _busiest(record: Record) -> list[tuple[str, str, int]]:
    return record.busiest(60)


def _point(point: object) -> dict[str, object]:
    names = ("claim", "day", "type", "mode", "quad_class", "intensity", "modality")
    return {name: getattr(point, name) for name in names}


def _slider(days: tuple[str, str], day: str) -> dict[str, object]:
    """Return the days that the slider runs over: from a day before the first report to today or after the last."""
    first = max(date.fromisoformat(days[0]), date.min + timedelta(days=1)) - timedelta(days=1)
    last = max(date.fromisoformat(days[1]), date.fromisoformat(day), date.fromisoformat(today()))
    at = min(max(date.fromisoformat(day), first), last)
    return {"first": first.isoformat(), "most": (last - first).days, "at": (at - first).days}


@router.get("/relations/{pair}/brief")
def brief(
    request: Request, record: TheRecord, views: TheViews, person: Reader, pair: str, as_of: AsOf, long: bool = False,
    recorded_by: str = "",
) -> Response:  # fmt: skip
    """Show the brief, to print."""
    made = views.get(
        brief_of, parties(pair), as_of or today(), recorded_by=moment(record, recorded_by), pages=_LONG if long else 1
    )
    return page(request, "brief.html", brief=made, body=brief_body(made), pair=pair, long=long, as_of=as_of)


@router.get("/relations/{pair}/brief.md")
def brief_markdown(views: TheViews, person: Reader, pair: str, as_of: AsOf) -> Response:
    """Return the brief in Markdown."""
    made = views.get(brief_of, parties(pair), as_of or today())
    name = f'attachment; filename="brief-{"-".join(parties(pair))}.md"'
    return Response(brief_to_markdown(made), media_type=_MARKDOWN, headers={"Content-Disposition": name})


@router.get("/relations/{pair}/claims")
def behind(
    request: Request, record: TheRecord, person: Reader, pair: str, as_of: AsOf, month: str = ""
) -> Response:
    """Show the claims behind a month of the chart."""
    a, b = parties(pair)
    first, last = _month(month) if month else (None, None)
    query = ClaimQuery(
        parties=(a, b), as_of=as_of or today(), date_from=first, date_to=last, order=Order.LATEST, limit=200
    )
    claims = record.claims(query)
    title = f"{actor_name(a)} and {actor_name(b)}" + (f", {month}" if month else "")
    return page(request, "claims.html", title=title, claims=claims, more=None)


@router.get("/actors/{code}")
def actor(
    request: Request, views: TheViews, person: Reader, code: str, as_of: AsOf, poles: str = ""
) -> Response:
    """Show a state, organisation or person: partners on the map, memberships over time, alignment."""
    code = actor_code(code)
    chosen = tuple(actor_code(each) for each in poles.split(",") if each.strip()) or POLES
    view = views.get(state_view, code, poles=chosen[:6], as_of=as_of)
    chart = {
        "partners": [{**asdict(each), "name": actor_name(each.code)} for each in view.states],
        "memberships": [_bar(each) for each in view.memberships if each.valid_from],
        "alignment": [
            {"pole": actor_name(pole), "year": int(year), "value": value}
            for pole, years in view.alignment.items()
            for year, value in years.items()
        ],
        "code": code,
    }
    return page(request, "actor.html", view=view, chart=chart, formula=ALIGNMENT, poles=chosen, as_of=as_of)


def _month(month: str) -> tuple[str, str]:
    """Return the first and last day of a month ("2025-01"); raises DateError for what is none."""
    first = parse_day(f"{month}-01")
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return first.isoformat(), last.isoformat()


def _bar(membership: object) -> dict[str, object]:
    names = ("organisation", "member", "status", "valid_from", "valid_to")
    return {name: getattr(membership, name) for name in names}


def parties(pair: str) -> tuple[str, str]:
    """Return the codes of "ARM-USA" or "Armenia-United States"; raises UnknownActorError."""
    if len(pair) > _LONGEST or pair.count("-") > _MOST_SIGNS:
        raise UnknownActorError(f"{pair[:80]!r} names no two actors that are known (as in ARM-USA)")
    cuts = [(pair[:at], pair[at + 1 :]) for at, sign in enumerate(pair) if sign == "-"]
    for left, right in cuts:
        try:
            found = actor_code(left), actor_code(right)
        except UnknownActorError:
            continue
        if found[0] != found[1]:
            return found
    raise UnknownActorError(f"{pair!r} names no two actors that are known (as in ARM-USA)")
