"""Logging in and out, and the accounts."""

from __future__ import annotations

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.errors import RecordError
from legation.records.people import Role
from legation.web.identity import COOKIE, Admin, hashed, person_of, verified
from legation.web.pages.asking import TheRecord
from legation.web.settings import Entry, Settings
from legation.web.templating import page

router = APIRouter(include_in_schema=False)
SHORTEST = 10


@router.get("/login")
def form(request: Request) -> Response:
    """Show the form, where there is anything to log in to."""
    settings: Settings = request.app.state.settings
    if settings.entry is not Entry.ACCOUNTS or person_of(request) is not None:
        return RedirectResponse("/", 303)
    return page(request, "login.html", refused=False)


@router.post("/login")
def log_in(request: Request, record: TheRecord, name: str = Form(...), password: str = Form(...)) -> Response:
    """Log in."""
    if not verified(record, name, password):
        return page(request, "login.html", status=401, refused=True)
    answer = RedirectResponse("/", 303)
    secure = request.app.state.settings.secure
    token = record.staff.log_in(name)
    answer.set_cookie(COOKIE, token, max_age=12 * 3600, httponly=True, samesite="lax", secure=secure)
    return answer


@router.post("/logout")
def log_out(request: Request, record: TheRecord) -> Response:
    """Log out."""
    if token := request.cookies.get(COOKIE):
        record.staff.log_out(token)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/accounts")
def accounts(request: Request, record: TheRecord, person: Admin) -> Response:
    """List the accounts."""
    return page(request, "accounts.html", accounts=record.staff.all(), roles=list(Role))


@router.post("/accounts")
def add(
    record: TheRecord, person: Admin, name: str = Form(...), role: str = Form(...), password: str = Form(...)
) -> Response:
    """Add an account."""
    require_long(password)
    record.staff.add(name.strip(), _role(role), hashed(password))
    return RedirectResponse("/accounts", 303)


@router.post("/accounts/{name}")
def change(
    record: TheRecord, person: Admin, name: str, role: str = Form(""), password: str = Form(""), remove: str = Form("")
) -> Response:
    """Set an account's role or password, or take it away."""
    if remove:
        record.staff.remove(name)
    else:
        if password:
            require_long(password)
        record.staff.change(
            name, role=_role(role) if role else None, password=hashed(password) if password else None
        )
    return RedirectResponse("/accounts", 303)


def _role(given: str) -> Role:
    if given not in list(Role):
        raise RecordError(f"role: {given!r} is none of {', '.join(Role)}")
    return Role(given)


def require_long(password: str) -> None:
    """Refuse a password that is soon guessed; raises RecordError."""
    if len(password) < SHORTEST:
        raise RecordError(f"a password has at least {SHORTEST} characters (got {len(password)})")
