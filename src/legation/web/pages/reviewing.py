"""The queue of review, what newer coders say otherwise, and the audit trail."""

from __future__ import annotations

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.pipeline import actor_code
from legation.pipeline.correcting import FIELDS, OBJECT_FIELDS
from legation.records import Change, Judgement
from legation.store import Record, Waiting
from legation.web.identity import Analyst, Reader
from legation.web.pages.asking import Number, Place, TheRecord, TheViews
from legation.web.templating import page

router = APIRouter(include_in_schema=False)
_PAGE = 12


@router.get("/review")
def queue(
    request: Request, record: TheRecord, views: TheViews, person: Reader, actor: str = "", offset: Place = 0
) -> Response:
    """Show claims that nobody has reviewed, what matters most first."""
    codes = [actor_code(each) for each in actor.split(",") if each.strip()]
    at = offset
    found = views.get(_waiting, tuple(codes), at)
    return page(
        request,
        "review.html",
        waiting=found[:_PAGE],
        actor=actor,
        more=f"/review?actor={actor}&offset={at + _PAGE}" if len(found) > _PAGE else None,
        changes=views.get(_changes),
        unsure=views.get(_unsure),
        done=record.desk.reviews(limit=8),
        fields=(*FIELDS, *OBJECT_FIELDS),
    )


def _waiting(record: Record, codes: tuple[str, ...], at: int) -> list[Waiting]:
    return record.desk.waiting(codes, _PAGE + 1, at)


def _changes(record: Record) -> list[Change]:
    return record.desk.changes()


def _unsure(record: Record) -> list[Judgement]:
    return record.judgements.unsure(10)


@router.post("/changes/{number}/{answer}")
def answer(record: TheRecord, person: Analyst, number: Number, answer: str, offered: str = Form(...)) -> Response:
    """Adopt what a newer coder offers in the place of a decision, or keep the decision."""
    decide = record.desk.adopt if answer == "adopt" else record.desk.keep
    decide(number, offered, by=person.name)
    return RedirectResponse("/review", 303)


@router.get("/log")
def log(request: Request, record: TheRecord, person: Reader, limit: int = 200) -> Response:
    """Show what was done, when and by whom."""
    return page(request, "log.html", entries=record.desk.trail(None, min(max(limit, 1), 2000)))
