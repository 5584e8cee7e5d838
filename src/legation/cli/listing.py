"""What the verbs that list claims of one kind share: asking, choosing by status, printing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from legation.cli.actors import codes_of
from legation.cli.columns import Column
from legation.cli.failures import DONE, complain
from legation.cli.options import Format, day_given
from legation.cli.output import chosen, console, messages, print_json
from legation.cli.records import existing_record, moment_given
from legation.errors import DateError
from legation.records import Claim, Kind, claim_to_dict

if TYPE_CHECKING:
    from legation.store import ClaimQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """How one kind is listed: its columns, and the word of a claim that ``--status`` asks for."""

    kind: Kind
    columns: Sequence[Column]
    status: Callable[[Claim], str]
    noun: str


def list_kind(
    listing: Listing,
    *,
    actors: Iterable[str] | None,
    statuses: Iterable[str] | None,
    as_of: str | None,
    recorded_by: str | None,
    format_: Format | None,
    record: str | None,
) -> int:
    """Print the claims of one kind that name all the actors and have one of the statuses."""
    from legation.store import ClaimQuery

    codes = codes_of(actors or ())
    day = day_given(as_of, "--as-of")
    wanted = {_folded(status) for given in statuses or () for status in given.split(",")}
    claims = find(ClaimQuery(kinds=(listing.kind,), as_of=day), record, recorded_by)
    _name_strangers(wanted, {_folded(listing.status(claim)) for claim in claims}, listing.noun)
    found = [
        claim
        for claim in claims
        if all(_names(claim, code) for code in codes) and (not wanted or _folded(listing.status(claim)) in wanted)
    ]
    return print_found(found, listing.columns, format_, noun=listing.noun)


def _name_strangers(wanted: set[str], known: set[str], noun: str) -> None:
    """Say which of the statuses that were asked for no claim has, and which there are: it may be a slip."""
    strangers = sorted(wanted - known)
    if strangers and known:
        complain(f"--status: no {noun} of {', '.join(strangers)}; on record: {', '.join(sorted(known))}")


def asked(actors: Iterable[str], from_: str | None, to: str | None, as_of: str | None) -> ClaimQuery:
    """Return the query for claims that name all the actors, within the days of --from, --to and --as-of."""
    from legation.store import ClaimQuery

    first, last = day_given(from_, "--from"), day_given(to, "--to")
    if first and last and first > last:
        raise DateError(f"--from {first} is after --to {last}")
    return ClaimQuery(
        parties=codes_of(actors),
        date_from=first,
        date_to=last,
        as_of=day_given(as_of, "--as-of"),
    )


def find(query: ClaimQuery, record: str | None, recorded_by: str | None = None) -> list[Claim]:
    """Return the claims of the record, as it is or as it stood at a moment, that a query asks for."""
    with existing_record(record) as opened:
        moment = moment_given(opened, recorded_by)
        return opened.claims(replace(query, recorded_by=moment))


def print_found(claims: list[Claim], columns: Sequence[Column], format_: Format | None, *, noun: str) -> int:
    """Print claims as a table or as JSON; say so where there are none."""
    from legation.cli.tables import print_claims

    how = chosen(format_)
    if how is not Format.TABLE:
        print_json(map(claim_to_dict, claims), how)
    elif claims:
        print_claims(console(), claims, columns)
    else:
        messages().print(f"no {noun} in the record", style="dim")
    return DONE


def _names(claim: Claim, code: str) -> bool:
    """Tell whether a code is among the parties of a claim, or is the organisation that it is about."""
    codes = {code for actor in (*claim.actors, *claim.recipients) for code in (actor.country, actor.entity)}
    return code in codes or claim.object.get("organisation") == code


def _folded(status: str) -> str:
    return " ".join(status.replace("_", " ").replace("-", " ").casefold().split())
