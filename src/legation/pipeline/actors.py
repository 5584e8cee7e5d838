"""Whom a name on a command line or in an address means: a code that claims can be asked by."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from legation.errors import UnknownActorError
from legation.reference import (
    armed_groups,
    holders_by_surname,
    news_agencies,
    office_holders,
    organisations,
    state_names,
    states,
)

# A name that two states have is meant as the first of these kinds that knows it.
_FIRMNESS = (
    ("name", "abbreviation"),
    ("demonym_adjective", "demonym_noun", "demonym_plural"),
    ("official", "former", "historical", "constituent"),
    ("capital", "seat"),
    ("ministry", "institution", "legislature"),
    ("ambiguous",),
)
_SUGGESTIONS = 3


def actor_code(name: str) -> str:
    """Return the code of a state, organisation, armed group, agency or office holder, however it is named.

    Takes codes (ARM, CSTO), names, former names, demonyms, capitals, acronyms and names of persons, in any
    case.  Raises UnknownActorError with the closest names where none or several have it.
    """
    wanted = " ".join(name.split())
    for table in (_codes(), *_tables()):
        found = table.get(wanted.casefold(), ())
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownActorError(f"{wanted!r} may be {_either(found)}: give the code")
    raise UnknownActorError(f"{wanted!r} is no state, organisation or person that is known{_closest(wanted)}")


def actor_name(code: str) -> str:
    """Return the name of a state, organisation, group, agency or person, or the code if none has it."""
    return _names().get(code, code)


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    return {code.casefold(): (code,) for code in _names()}


@cache
def _names() -> dict[str, str]:
    return (
        {holder.person: holder.name for holder in office_holders()}
        | {entity: agency.name for entity, agency in news_agencies().items()}
        | {entity: group.name for entity, group in armed_groups().items()}
        | {entity: organisation.name for entity, organisation in organisations().items()}
        | {entity: state.name for entity, state in states().items()}
    )


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], ...]:
    """Return name (case folded) -> codes, the firmest kind of name first."""
    of_states = tuple(_table(_of_states(kinds)) for kinds in _FIRMNESS)
    return (
        _table((state.name, entity) for entity, state in states().items()),
        *of_states[:2],
        _table(_of_organisations()),
        *of_states[2:],
        _table(_of_groups()),
        _table((holder.name, holder.person) for holder in office_holders()),
        _table((name, held.person) for name, all_held in holders_by_surname().items() for held in all_held),
    )


def _table(pairs: Iterator[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for name, code in pairs:
        if name:
            table.setdefault(name.casefold(), {})[code] = None
    return {name: tuple(codes) for name, codes in table.items()}


def _of_states(kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((name.alias, name.entity) for name in state_names() if name.kind in kinds)


def _of_organisations() -> Iterator[tuple[str, str]]:
    for entity, entry in organisations().items():
        for name in (entry.name, entry.acronym, *entry.aliases):
            yield name, entity


def _of_groups() -> Iterator[tuple[str, str]]:
    for group in armed_groups().values():
        yield from ((name, group.entity) for name in (group.name, *group.aliases))
    for agency in news_agencies().values():
        yield from ((name, agency.entity) for name in (agency.name, *agency.aliases))


def _either(codes: tuple[str, ...]) -> str:
    shown = [f"{code} ({actor_name(code)})" for code in codes[:5]]
    return f"{', '.join(shown[:-1])} or {shown[-1]}"


def _closest(wanted: str) -> str:
    """Return a question that names the closest states and organisations, else persons, or nothing."""
    tables = _tables()
    iso_codes = _table((code, code) for code in states())
    for group in ((iso_codes, *tables[:-2]), tables[-2:]):
        codes = {name: found[0] for table in reversed(group) for name, found in table.items()}
        close = get_close_matches(wanted.casefold(), codes, n=12, cutoff=0.72)
        means = list(dict.fromkeys(codes[name] for name in close))[:_SUGGESTIONS]
        if means:
            return f"; did you mean {', '.join(f'{actor_name(code)} ({code})' for code in means)}?"
    return ""
