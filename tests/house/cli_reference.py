"""The page ``docs/reference/cli.md``, made from the commands themselves: ``make docs`` writes it."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, get_args, get_type_hints

from typer.models import ArgumentInfo, CommandInfo, OptionInfo, TyperInfo

from legation.cli.main import app
from legation.cli.options import help_of

_HEAD = """# The command line

<!-- Made from the commands by `make docs`; tests/house/test_cli_reference.py keeps it so. -->

Data goes to standard output, messages to standard error, one line each: `legation: PLACE: message`. On a
terminal the claims come as tables, in a pipe as JSON lines. Exit status: 0 done, 1 something could not be read
(it is named, the rest is kept), 2 usage, 130 interrupted (what was read is kept).

An ACTOR is a code (`ARM`, `CSTO`), a name, a former name, a demonym, a capital, an acronym, or an office holder,
in any case. `--record` or `LEGATION_RECORD` names the record; by default it is a file in the user's data directory.
`NO_COLOR` turns colours off, `COLUMNS` sets the width, `LEGATION_DEBUG=1` shows where a fault of Legation lies.
"""


def page() -> str:
    """Return the whole page: the verbs as the help has them, panel by panel, those with verbs of their own first."""
    verbs: list[CommandInfo | TyperInfo] = [*app.registered_groups, *app.registered_commands]
    panels = list(dict.fromkeys(command.rich_help_panel for command in app.registered_commands))
    verbs.sort(key=lambda verb: panels.index(verb.rich_help_panel))
    return "\n".join([_HEAD, *(part for verb in verbs for part in _of(verb))])


def _of(verb: CommandInfo | TyperInfo) -> Iterator[str]:
    return _section(verb) if isinstance(verb, CommandInfo) else _group(verb)


def _section(info: CommandInfo) -> Iterator[str]:
    command = info.callback
    assert command is not None
    yield f"## legation {info.name}\n"
    yield f"{info.help}\n"
    yield from _usage(f"legation {info.name}", command)
    yield from _shown_examples(str(info.epilog))


def _group(info: TyperInfo) -> Iterator[str]:
    """Yield a verb that has verbs of its own, and each of these below it."""
    group = info.typer_instance
    assert group is not None
    yield f"## legation {info.name}\n"
    yield f"{group.info.help}\n"
    own = group.registered_callback
    if own is not None and own.callback is not None:
        yield f"{help_of(own.callback)}\n"
        yield from _usage(f"legation {info.name}", own.callback)
    yield from _shown_examples(str(group.info.epilog))
    for verb in group.registered_commands:
        assert verb.callback is not None
        name = verb.name or verb.callback.__name__
        yield f"### legation {info.name} {name}\n"
        yield f"{help_of(verb.callback)}\n"
        yield from _usage(f"legation {info.name} {name}", verb.callback)


def _usage(called: str, command: Callable[..., Any]) -> Iterator[str]:
    parameters = list(_parameters(command))
    arguments = " ".join(_shown(parameter) for parameter, _ in parameters if isinstance(parameter, ArgumentInfo))
    yield f"```\n{called} {arguments}".rstrip() + " [OPTIONS]\n```\n"
    yield "| | |\n|---|---|"
    for parameter, default in parameters:
        yield f"| `{_cell(_shown(parameter))}` | {_cell(_meaning(parameter, default))} |"
    yield ""


def _shown_examples(epilogue: str) -> Iterator[str]:
    yield f"```\n{_examples(epilogue)}\n```\n"


def _parameters(command: Callable[..., Any]) -> Iterator[tuple[ArgumentInfo | OptionInfo, object]]:
    hints = get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        for extra in get_args(hints[name])[1:]:
            if isinstance(extra, ArgumentInfo | OptionInfo):
                yield extra, parameter.default


def _shown(parameter: ArgumentInfo | OptionInfo) -> str:
    if isinstance(parameter, ArgumentInfo):
        return parameter.metavar or "TEXT"
    # Typer keeps the first name where older declarations had the default.
    first = [parameter.default] if isinstance(parameter.default, str) else []
    names = ", ".join([*first, *(parameter.param_decls or ())])
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _meaning(parameter: ArgumentInfo | OptionInfo, default: object) -> str:
    said = parameter.help or ""
    if isinstance(parameter.show_default, str):
        return f"{said} Default: {parameter.show_default}."
    if default in (None, "", inspect.Parameter.empty) or isinstance(default, bool):
        return said
    return f"{said} Default: {default.value if isinstance(default, Enum) else default}."


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _examples(epilogue: str) -> str:
    plain = re.sub(r"(?<!\\)\[/?(?:cyan|bold)\]", "", epilogue).replace("\\[", "[")
    return "\n".join(line.strip() for line in plain.splitlines()[1:])


if __name__ == "__main__":
    sys.stdout.write(page())
