"""Who may enter: accounts and their logins."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from legation.errors import ConflictError, NotFoundError, RecordError
from legation.records.people import Account, Role
from legation.store.insertion import insert_new, now
from legation.store.rows import AnyRow, Values
from legation.store.tables import accounts, logins

_NAME = re.compile(r"[\w][\w.@-]{0,63}\Z")


def add(connection: Connection, name: str, role: Role, password: str) -> Account:
    """Record an account; ``password`` is a hash.  Raises RecordError for a bad name, ConflictError for one taken."""
    if not _NAME.match(name):
        raise RecordError(f"an account's name is made of letters, digits, '.', '_', '@' and '-' (got {name!r})")
    row: Values = {"name": name, "role": role.value, "password": password, "recorded_at": now()}
    if not insert_new(connection, accounts, row):
        raise ConflictError(f"there is an account {name!r} already")
    return find(connection, name)


def find(connection: Connection, name: str) -> Account:
    """Return an account; raises NotFoundError where there is none."""
    row = connection.execute(select(accounts).where(accounts.c.name == name)).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no account {name!r}")
    return _account(row)


def list_all(connection: Connection) -> list[Account]:
    """Return all accounts, in order of name."""
    return [_account(row) for row in connection.execute(select(accounts).order_by(accounts.c.name))]


def change(connection: Connection, name: str, *, role: Role | None, password: str | None) -> Account:
    """Set the role or the hash of the password; who was logged in is logged out.

    Raises NotFoundError where there is no such account, ConflictError where no admin would be left.
    """
    held = find(connection, name)
    if role is not None and role is not Role.ADMIN:
        _keep_an_admin(connection, held)
    values = {"role": (role or held.role).value, "password": password or held.password}
    connection.execute(update(accounts).where(accounts.c.name == name).values(values))
    connection.execute(delete(logins).where(logins.c.account == name))
    return find(connection, name)


def remove(connection: Connection, name: str) -> None:
    """Take an account away; what it reviewed stays under its name.  Raises as ``change`` does."""
    _keep_an_admin(connection, find(connection, name))
    connection.execute(delete(logins).where(logins.c.account == name))
    connection.execute(delete(accounts).where(accounts.c.name == name))


def log_in(connection: Connection, name: str, hours: int) -> str:
    """Return a new token for an account; the record keeps its digest only."""
    token = secrets.token_urlsafe(32)
    at = datetime.now(UTC)
    connection.execute(delete(logins).where(logins.c.expires_at < at.isoformat()))
    row = {"token": _digest(token), "account": name, "expires_at": (at + timedelta(hours=hours)).isoformat()}
    connection.execute(insert(logins).values(row))
    return token


def logged_in(connection: Connection, token: str) -> Account | None:
    """Return the account that a token stands for, None where it expired or never was."""
    wanted = select(accounts).join(logins, logins.c.account == accounts.c.name)
    row = connection.execute(wanted.where(logins.c.token == _digest(token), logins.c.expires_at > now())).one_or_none()
    return _account(row) if row is not None else None


def log_out(connection: Connection, token: str) -> None:
    """End a login."""
    connection.execute(delete(logins).where(logins.c.token == _digest(token)))


def _keep_an_admin(connection: Connection, held: Account) -> None:
    count = select(func.count()).select_from(accounts).where(accounts.c.role == Role.ADMIN.value)
    if held.role is Role.ADMIN and connection.scalar(count) == 1:
        raise ConflictError(f"{held.name!r} is the only admin")


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _account(row: AnyRow) -> Account:
    return Account(name=row.name, role=Role(row.role), password=row.password, recorded_at=row.recorded_at)
