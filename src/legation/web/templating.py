"""Pages from templates: what every page knows, and the words that templates use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from legation import __version__
from legation.consolidation import sentence
from legation.exports import wording
from legation.exports.plain import one_line, plain, shortened
from legation.ontology import QUAD_NAMES
from legation.pipeline import actor_name
from legation.pipeline.views import Views
from legation.records import Claim
from legation.records.briefs import day_in_words
from legation.reference import organisations, states
from legation.web.identity import person_of

_HERE = Path(__file__).parent
STATIC = _HERE / "static"


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        plain=plain,
        line=one_line,
        short=shortened,
        day=day_in_words,
        actor=actor_name,
        path=lambda v: quote(v, safe=""),
    )
    made.globals.update(
        sentence=sentence,
        wording=wording,
        version=__version__,
        quad=QUAD_NAMES,
        tone=tone,
        state_tone=state_tone,
        linkable=linkable,
        web_link=web_link,
    )
    return made


@cache
def _templates() -> Jinja2Templates:
    return Jinja2Templates(env=_environment())


def _shown(value: object) -> object:
    """Return what a template prints: a text of a report may hold characters that steer, markup of ours does not."""
    return plain(value) if type(value) is str else value


def page(request: Request, template: str, status: int = 200, **context: Any) -> Response:
    """Return a page; ``person`` is who looks at it, ``place`` the first part of the address."""
    shared = {
        "person": person_of(request),
        "settings": request.app.state.settings,
        "place": request.url.path.split("/")[1],
        "today": Views.today(),
    }
    return _templates().TemplateResponse(request, template, {**shared, **context}, status_code=status)


def tone(claim: Claim) -> str:
    """Return the class of a claim's colour: its quad class, or its kind where it is no event."""
    return f"q{claim.event.quad_class}" if claim.event else "q0"


def state_tone(state: str) -> str:
    """Return the class of the colour of a standing's state."""
    if state in {"in force", "complete", "met", "held", "member", "established", "signed", "ratified"}:
        return "good"
    if state in {"overdue", "terminated", "denounced", "dissolved", "cancelled", "withdrawn", "former"}:
        return "bad"
    return "warn" if "suspend" in state or "postpon" in state else "plain"


def linkable(code: str | None) -> bool:
    """Tell whether a code has a page of its own."""
    return bool(code) and (code in states() or code in organisations() or str(code).startswith("person:"))


def web_link(url: str | None) -> str | None:
    """Return a URL of a report as a link may carry it: http and https only."""
    return url if url and url.startswith(("https://", "http://")) else None
