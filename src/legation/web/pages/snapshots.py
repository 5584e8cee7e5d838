"""Snapshots: to take, to cite, to verify, to compare."""

from __future__ import annotations

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.web.identity import Analyst, Reader
from legation.web.pages.asking import TheRecord
from legation.web.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/snapshots")
def snapshots(request: Request, record: TheRecord, person: Reader, verify: str = "") -> Response:
    """List the snapshots; say of one whether the record still holds what it held."""
    found = record.desk.snapshots()
    verified = None
    if verify:
        kept = record.desk.snapshot(verify)
        verified = (kept, record.desk.digest(kept.recorded_at) == kept.digest)
    return page(request, "snapshots.html", snapshots=list(reversed(found)), verified=verified)


@router.post("/snapshots")
def take(record: TheRecord, person: Analyst, name: str = Form(...), note: str = Form("")) -> Response:
    """Name the record as it is now."""
    record.desk.take_snapshot(name.strip(), by=person.name, note=note.strip())
    return RedirectResponse("/snapshots", 303)


@router.get("/snapshots/difference")
def difference(request: Request, record: TheRecord, person: Reader, first: str, second: str) -> Response:
    """Show what changed between two moments."""
    found = record.desk.difference(record.desk.moment(first), record.desk.moment(second))
    return page(request, "difference.html", found=found, first=first, second=second)
