from __future__ import annotations

from tests.cli.conftest import Run


def test_accounts_are_kept_from_the_command_line(run: Run) -> None:
    assert run("account", "add", "anna", "--role", "admin", stdin=b"a long enough one\n").status == 0
    assert run("account", "add", "boris", stdin=b"another long one\n").status == 0
    assert [(a["name"], a["role"]) for a in run("account", "list", "--format", "jsonl").lines] == [
        ("anna", "admin"),
        ("boris", "reader"),
    ]
    assert run("account", "role", "boris", "analyst").status == 0
    assert run("account", "password", "boris", stdin=b"yet another one\n").status == 0
    assert "analyst" in run("account", "list", "--format", "table").out
    assert run("account", "remove", "boris").status == 0
    assert "boris" not in run("account", "list", "--format", "jsonl").out


def test_what_is_no_account_is_told(run: Run) -> None:
    assert "at least 10" in run("account", "add", "anna", stdin=b"short\n").err
    assert "king" in run("account", "add", "anna", "--role", "king", stdin=b"a long enough one\n").err
    run("account", "add", "anna", "--role", "admin", stdin=b"a long enough one\n")
    assert "only admin" in run("account", "remove", "anna").err
    assert "nobody" in run("account", "role", "nobody", "reader").err
