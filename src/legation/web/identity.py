"""Who is at the desk: by login, by the proxy's word, or whoever sits at this machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from fastapi import Depends, HTTPException, Request

from legation.errors import NotFoundError
from legation.records.people import Role
from legation.store import Record
from legation.web.settings import Entry, Settings

COOKIE = "legation"
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("nobody has this password")


@dataclass(frozen=True, slots=True)
class Person:
    """Who is at the desk, and what they may do."""

    name: str
    role: Role

    def may(self, role: str) -> bool:
        """Tell whether they may do what a role may."""
        return self.role.may(Role(role))


def hashed(password: str) -> str:
    """Return the argon2id hash of a password."""
    return _HASHER.hash(password)


def verified(record: Record, name: str, password: str) -> bool:
    """Tell whether a password is that of an account; an unknown name takes as long as a wrong password."""
    try:
        kept = record.staff.find(name).password
    except NotFoundError:
        kept = _NOBODY
    try:
        _HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError, UnicodeError):
        return False
    return kept is not _NOBODY


def person_of(request: Request) -> Person | None:
    """Return who makes a request, None where that is not known."""
    settings: Settings = request.app.state.settings
    record: Record = request.app.state.record
    if settings.entry is Entry.OPEN:
        return Person(settings.person, Role.ADMIN)
    if settings.entry is Entry.PROXY:
        named = request.headers.getlist(settings.header)
        # Two names are one of the proxy and one that somebody sent through it: neither is believed.
        return _by_proxy(record, named[0]) if len(named) == 1 else None
    token = request.cookies.get(COOKIE)
    account = record.staff.logged_in(token) if token else None
    return Person(account.name, account.role) if account else None


def _by_proxy(record: Record, name: str) -> Person | None:
    """Whom the proxy names is a reader, unless an account of that name says more."""
    if not name:
        return None
    try:
        return Person(name, record.staff.find(name).role)
    except NotFoundError:
        return Person(name, Role.READER)


def _needs(role: Role) -> Callable[[Request], Person]:
    def found(request: Request) -> Person:
        person = person_of(request)
        if person is None:
            raise HTTPException(401, "log in first")
        if not person.role.may(role):
            raise HTTPException(403, f"{person.name} is a {person.role.value}; this needs {role.value}")
        return person

    return found


Reader = Annotated[Person, Depends(_needs(Role.READER))]
Analyst = Annotated[Person, Depends(_needs(Role.ANALYST))]
Admin = Annotated[Person, Depends(_needs(Role.ADMIN))]
MUST_READ = Depends(_needs(Role.READER))
"""What a door beside the pages has to ask for."""
