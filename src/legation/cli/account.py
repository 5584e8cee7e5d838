"""``legation account``: who may enter the desk."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.failures import DONE
from legation.cli.options import Format, FormatOption, RecordOption, examples, group
from legation.cli.output import chosen, console, messages, print_json
from legation.cli.records import existing_record, new_record
from legation.errors import RecordError

if TYPE_CHECKING:
    from legation.records.people import Role

HELP = "Who may enter the desk where it is served to others: names, roles (reader, analyst, admin), passwords."
EPILOG = examples(
    "legation account add anna --role admin",
    "printf %s \"$PASSWORD\" | legation account add boris --role analyst",
    "legation account list",
    "legation account role boris reader",
    "legation account remove boris",
)
app = group(HELP, EPILOG)
NameArgument = Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="The account.")]
RoleOption = Annotated[str, typer.Option("--role", help="reader, analyst or admin.")]


@app.callback()
def command(context: typer.Context) -> int:
    """Print the help where no subcommand is named."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
    return DONE


@app.command()
def add(name: NameArgument, role: RoleOption = "reader", record: RecordOption = None) -> int:
    """Add an account; the password is asked for, or read from standard input."""
    from legation.web.identity import hashed

    wanted = _role(role)
    with new_record(record) as opened:
        opened.staff.add(name, wanted, hashed(_password()))
    messages().print(f"{name} may enter as {wanted.value}", style="dim")
    return DONE


@app.command(name="list")
def list_(format_: FormatOption = None, record: RecordOption = None) -> int:
    """List the accounts."""
    with existing_record(record) as opened:
        found = opened.staff.all()
    if (how := chosen(format_)) is not Format.TABLE:
        print_json(({"name": a.name, "role": a.role.value, "since": a.recorded_at} for a in found), how)
        return DONE
    for each in found:
        console().print(f"{each.name}  {each.role.value}  since {each.recorded_at[:10]}", soft_wrap=True)
    if not found:
        messages().print("no accounts yet", style="dim")
    return DONE


@app.command()
def password(name: NameArgument, record: RecordOption = None) -> int:
    """Set another password; who was logged in is logged out."""
    from legation.web.identity import hashed

    with existing_record(record) as opened:
        opened.staff.find(name)
        opened.staff.change(name, password=hashed(_password()))
    return DONE


@app.command()
def role(
    name: NameArgument,
    wanted: Annotated[str, typer.Argument(metavar="ROLE", help="reader, analyst or admin.", show_default=False)],
    record: RecordOption = None,
) -> int:
    """Set another role."""
    with existing_record(record) as opened:
        opened.staff.change(name, role=_role(wanted))
    return DONE


@app.command()
def remove(name: NameArgument, record: RecordOption = None) -> int:
    """Take an account away; what it decided stays under its name."""
    with existing_record(record) as opened:
        opened.staff.remove(name)
    return DONE


def _role(given: str) -> Role:
    from legation.records.people import Role

    if given not in list(Role):
        raise RecordError(f"--role: {given!r} is none of {', '.join(Role)}")
    return Role(given)


def _password() -> str:
    from legation.web.pages.accounts import require_long

    if sys.stdin.isatty():
        given: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        given = sys.stdin.readline().rstrip("\n")
    require_long(given)
    return given
