"""How the desk is served: where, who may enter, and how much it takes."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from enum import StrEnum

from legation.errors import RecordError


class Entry(StrEnum):
    """Who may enter: anybody on this machine; who has an account; whom a proxy names in a header."""

    OPEN = "open"
    ACCOUNTS = "accounts"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the desk is served.

    ``hosts`` are names under which it may be asked for beside the address itself; ``header`` is the proxy's;
    ``upload`` the most bytes of one request; ``requests`` and ``logins`` how many a client may make a minute;
    ``person`` who works at it where it is open; ``private`` lets URL imports fetch from inner addresses.
    """

    host: str = "127.0.0.1"
    port: int = 8420
    entry: Entry = Entry.OPEN
    hosts: tuple[str, ...] = ()
    header: str = "X-Forwarded-User"
    upload: int = 20_000_000
    requests: int = 1200
    logins: int = 10
    person: str = "analyst"
    private: bool = False
    secure: bool = False

    def check(self, *, has_accounts: bool) -> None:
        """Refuse to be open to others without knowing who they are; raises RecordError, which says what to do."""
        if self.entry is Entry.OPEN and not is_loopback(self.host):
            raise RecordError(
                f"--host {self.host}: anywhere but on this machine the desk needs to know who enters: "
                "--entry accounts (legation account add NAME) or --entry proxy"
            )
        if self.entry is Entry.ACCOUNTS and not has_accounts:
            raise RecordError("--entry accounts: there is no account yet: legation account add NAME --role admin")

    @property
    def allowed(self) -> frozenset[str]:
        """The names under which the desk answers; another one may be a page that points its name here."""
        return frozenset({self.host.lower(), "localhost", "127.0.0.1", "[::1]", *(name.lower() for name in self.hosts)})


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this machine and nothing else."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
