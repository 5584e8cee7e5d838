"""The front page: what changed, what is contested, what is overdue; and taking in the shipped dossier."""

from __future__ import annotations

import io
from pathlib import Path

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.documents import sources
from legation.errors import NotFoundError
from legation.pipeline import Request as Reading
from legation.pipeline import actor_code, actor_name
from legation.pipeline.views import front_view
from legation.records.people import Saved, SavedKind
from legation.web.identity import Analyst, Reader
from legation.web.jobs import Jobs
from legation.web.pages.asking import TheRecord, TheViews
from legation.web.templating import page

router = APIRouter(include_in_schema=False)
_HERE = Path(__file__).parents[1]
DOSSIERS = (_HERE / "dossier", _HERE.parents[2] / "examples" / "dossier")
"""Where the shipped reports are: in an installation, in a checkout."""


@router.get("/")
def front(request: Request, record: TheRecord, views: TheViews, person: Reader, since: str = "") -> Response:
    """Show what changed since a day."""
    if not record.reports(limit=1):
        return page(request, "empty.html", jobs=request.app.state.jobs.latest())
    followed = tuple(kept.value for kept in record.staff.kept(person.name, SavedKind.RELATION))
    view = views.get(front_view, followed, since=since or None)
    return page(request, "front.html", view=view, chosen=bool(followed), chosen_since=bool(since))


@router.post("/follow")
def follow(
    record: TheRecord, person: Reader, a: str = Form(...), b: str = Form(...), wanted: str = Form("yes")
) -> Response:
    """Follow a relation, or no longer."""
    codes = actor_code(a), actor_code(b)
    value = "-".join(codes)
    if wanted == "yes":
        title = f"{actor_name(codes[0])} and {actor_name(codes[1])}"
        record.staff.keep(person.name, Saved(kind=SavedKind.RELATION, value=value, title=title))
    else:
        record.staff.drop(person.name, SavedKind.RELATION, value)
    return RedirectResponse(f"/relations/{value}", 303)


@router.post("/dossier")
def take_in_dossier(request: Request, person: Analyst) -> Response:
    """Read the shipped dossier into the record."""
    folder = next((each for each in DOSSIERS if each.is_dir()), None)
    if folder is None:
        raise NotFoundError("this installation has no dossier to show")
    jobs: Jobs = request.app.state.jobs
    found = list(sources([str(folder)], stdin=io.BytesIO()))
    job = jobs.start(person.name, "the shipped dossier", lambda: found, Reading(), total=len(found))
    return RedirectResponse(f"/import/{job.id}", 303)
