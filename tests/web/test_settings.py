from __future__ import annotations

import pytest

from legation.errors import RecordError
from legation.web.settings import Entry, Settings, is_loopback


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "desk.example.org"])  # noqa: S104
def test_the_desk_is_not_open_to_others_without_knowing_them(host: str) -> None:
    with pytest.raises(RecordError, match="--entry accounts"):
        Settings(host=host).check(has_accounts=True)
    Settings(host=host, entry=Entry.ACCOUNTS).check(has_accounts=True)
    Settings(host=host, entry=Entry.PROXY).check(has_accounts=False)


def test_accounts_are_needed_where_they_are_asked_for() -> None:
    with pytest.raises(RecordError, match="there is no account yet"):
        Settings(entry=Entry.ACCOUNTS).check(has_accounts=False)


def test_this_machine() -> None:
    assert [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "127.8.8.8")] == [True] * 4
    assert [is_loopback(host) for host in ("0.0.0.0", "10.0.0.1", "example.org", "")] == [False] * 4  # noqa: S104
