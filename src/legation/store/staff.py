"""The people of a record: who may enter, and what they keep for themselves."""

from __future__ import annotations

from legation.records.people import Account, Role, Saved, SavedKind
from legation.store import accounts, saved
from legation.store.access import Access


class Staff:
    """Accounts, logins and what people keep; every method is one transaction and raises RecordError."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, name: str, role: Role, password: str) -> Account:
        """Record an account with the hash of its password; raises ConflictError where the name is taken."""
        return self._access.write(accounts.add, name, role, password)

    def find(self, name: str) -> Account:
        """Return an account; raises NotFoundError."""
        return self._access.read(accounts.find, name)

    def all(self) -> list[Account]:
        """Return all accounts."""
        return self._access.read(accounts.list_all)

    def change(self, name: str, *, role: Role | None = None, password: str | None = None) -> Account:
        """Set a role or the hash of a password; raises ConflictError where no admin would be left."""
        return self._access.write(accounts.change, name, role=role, password=password)

    def remove(self, name: str) -> None:
        """Take an account away; raises ConflictError where no admin would be left."""
        self._access.write(accounts.remove, name)

    def log_in(self, name: str, *, hours: int = 12) -> str:
        """Return a token that stands for an account for so many hours."""
        return self._access.write(accounts.log_in, name, hours)

    def logged_in(self, token: str) -> Account | None:
        """Return the account that a token stands for."""
        return self._access.read(accounts.logged_in, token)

    def log_out(self, token: str) -> None:
        """End a login."""
        self._access.write(accounts.log_out, token)

    def keep(self, by: str, kept: Saved) -> bool:
        """Keep a relation or search for somebody."""
        return self._access.write(saved.keep, by, kept)

    def drop(self, by: str, kind: SavedKind, value: str) -> None:
        """Keep it no longer."""
        self._access.write(saved.drop, by, kind, value)

    def kept(self, by: str, kind: SavedKind) -> list[Saved]:
        """Return what somebody keeps."""
        return self._access.read(saved.kept_by, by, kind)
