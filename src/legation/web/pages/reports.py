"""A report with its claims in place, and the list of reports."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.errors import RecordError
from legation.pipeline import grade_of_publisher, link_report, written
from legation.pipeline.correcting import FIELDS, OBJECT_FIELDS
from legation.pipeline.views import report_view
from legation.records import Kind
from legation.store import ClaimQuery, Order
from legation.web.identity import Analyst, Reader
from legation.web.pages.asking import PageNumber, TheRecord, TheViews
from legation.web.templating import page

router = APIRouter(include_in_schema=False)
_PAGE = 50


@router.get("/reports")
def reports(request: Request, record: TheRecord, person: Reader, page_: PageNumber = 1) -> Response:
    """List the reports, the last recorded first."""
    found = record.reports(_PAGE + 1, (page_ - 1) * _PAGE)
    return page(request, "reports.html", reports=found[:_PAGE], page_=page_, more=len(found) > _PAGE)


@router.get("/reports/{id_}")
def report(request: Request, views: TheViews, person: Reader, id_: str, claim: str = "") -> Response:
    """Show a report, its claims marked in place."""
    view = views.get(report_view, id_)
    return page(request, "report.html", view=view, kinds=list(Kind), fields=(*FIELDS, *OBJECT_FIELDS), chosen=claim)


@router.post("/reports/{id_}/claims")
def write(
    record: TheRecord, person: Analyst, id_: str,
    passage: str = Form(...), kind: str = Form("event"), fields: str = Form(""), reason: str = Form(""),
) -> Response:  # fmt: skip
    """Write a claim by hand on words of a report."""
    found = record.report(id_)
    made = written(found, passage.replace("\r\n", "\n"), kind, pairs(fields), person.name)
    record.desk.write(made, by=person.name, reason=reason)
    link_report(record, found.id)
    return RedirectResponse(f"/reports/{found.id}?claim={made.id}#c-{made.id}", 303)


@router.get("/publishers")
def publishers(request: Request, record: TheRecord, person: Reader) -> Response:
    """List the publishers."""
    return page(request, "publishers.html", publishers=record.publisher_counts())


@router.get("/publishers/{name:path}")
def publisher(request: Request, record: TheRecord, person: Reader, name: str) -> Response:
    """Show a publisher: its grade with the reasons, what became of its claims, its latest claims."""
    claims = record.claims(ClaimQuery(publishers=(name,), order=Order.LATEST, limit=60))
    grade = grade_of_publisher(record, name)
    reviewed, rejected, corrected = record.desk.track_record(name)
    track = {"reviewed": reviewed, "rejected": rejected, "corrected": corrected}
    return page(request, "publisher.html", name=name, grade=grade, track=track, claims=claims)


@router.post("/publishers/{name:path}/grade")
def set_grade(
    record: TheRecord, person: Analyst, name: str, value: str = Form(...), reason: str = Form(...)
) -> Response:
    """Set a publisher's grade by hand."""
    record.desk.assess(f"publisher:{name}", "reliability", value, by=person.name, reason=reason)
    return RedirectResponse(f"/publishers/{quote(name, safe='')}", 303)


def pairs(fields: str) -> dict[str, str]:
    """Return "field=value" lines as a mapping; raises RecordError for a line that is none."""
    out = {}
    for line in (each.strip() for each in fields.splitlines() if each.strip()):
        name, sign, value = line.partition("=")
        if not sign:
            raise RecordError(f"{line!r} is no field=value")
        out[name.strip()] = value.strip()
    return out
