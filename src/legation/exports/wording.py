"""The parts of a claim in words: who, to whom, what, when, on whose word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from legation.exports.plain import one_line, shortened
from legation.records import Actor, Claim, Kind, Modality, Precision, Report, When

NOBODY = "—"
INFERRED = "~"
_MOST_NAMES = 3
_EXCERPT = 90
_BARE_SECTORS = frozenset({None, "IGO"})


def code_of(actor: Actor) -> str:
    """Return the codes of an actor: "ARM", "ARM GOV", "CSTO"; empty where it was linked to nobody."""
    code = actor.code if actor.code and ":" not in actor.code else ""  # "person:…" says no more than the name
    is_itself = actor.entity == code
    sector = "" if actor.sector in _BARE_SECTORS or is_itself else str(actor.sector)
    return f"{code} {sector}".strip()


def who(actor: Actor) -> str:
    """Return the name of an actor with its codes: "Ararat Mirzoyan (ARM GOV)"."""
    name, code = one_line(actor.name or actor.text), code_of(actor)
    return f"{name} ({code})" if code and code != name else name


def names(actors: Sequence[Actor]) -> str:
    """Return the names of actors with their codes, the first few of many."""
    shown = ", ".join(who(actor) for actor in actors[:_MOST_NAMES])
    more = len(actors) - _MOST_NAMES
    return f"{shown} +{more}" if more > 0 else shown


def parties(claim: Claim) -> str:
    """Return who does it and, behind an arrow, to whom; a dash where the text names nobody."""
    actors, recipients = names(claim.actors), names(claim.recipients)
    return f"{actors or NOBODY} → {recipients}" if recipients else actors or NOBODY


def members(claim: Claim) -> str:
    """Return all who take part, each once: for meetings and agreements, where nobody does it to another."""
    taking_part = {actor.entity or actor.name: actor for actor in (*claim.actors, *claim.recipients)}
    return names(tuple(taking_part.values())) or NOBODY


def day(when: When) -> str:
    """Return a date as precisely as it is known; ``~`` marks one that the text does not state itself."""
    start, end = when.start, when.end
    if not start or not end:
        shown = start or end or "undated"
        return shown if shown == "undated" else _marked(f"{'from' if start else 'until'} {shown}", when)
    if when.precision is Precision.YEAR or when.precision is Precision.MONTH:
        size = 4 if when.precision is Precision.YEAR else 7
        shown = start[:size] if start[:size] == end[:size] else f"{start[:size]}–{end[:size]}"
    else:
        shown = start if start == end else f"{start} – {end}"
    return _marked(shown, when)


def _marked(shown: str, when: When) -> str:
    return shown if when.basis == "explicit" else f"{INFERRED}{shown}"


def field(claim: Claim, name: str) -> str:
    """Return a field of the claim's object in words, empty where it has none."""
    value = claim.object.get(name)
    return one_line(", ".join(value) if isinstance(value, list) else value or "")


def reading(claim: Claim) -> str:
    """Return the PLOVER reading: "CONSULT visit"; a dash where PLOVER has no room for the claim."""
    if claim.event is None:
        return NOBODY
    return f"{claim.event.type} {claim.event.mode or ''}".rstrip()


def what(claim: Claim) -> str:
    """Return what the claim is about, in the words that suit its kind."""
    return _PARTS.get(claim.kind, _plain_object)(claim) or _from_trigger(claim) or NOBODY


def _from_trigger(claim: Claim) -> str:
    """Return the passage from the words on that the claim hangs on."""
    first = max(claim.trigger_start - claim.passage.start, 0)
    return shortened(claim.passage.exact[first:], _EXCERPT)


def _statement(claim: Claim) -> str:
    content = field(claim, "content")
    is_quoted = field(claim, "quote") == "direct" and content[:1] not in "“\"'‘"
    return f"“{content}”" if is_quoted and content else content


def _commitment(claim: Claim) -> str:
    due = field(claim, "due")
    return _joined(field(claim, "what"), f"due {due}" if due else "")


def _meeting(claim: Claim) -> str:
    return _joined(field(claim, "name") or field(claim, "format"), field(claim, "level"), field(claim, "status"))


def _named(claim: Claim) -> str:
    return _joined(field(claim, "act"), field(claim, "name"), field(claim, "areas"))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def word(claim: Claim) -> str:
    """Return on whose word the claim stands, outermost first; empty for the report's own voice."""
    links = []
    for link in claim.attribution:
        if link.source is not None:
            links.append(one_line(link.source.name or link.source.text))
        else:
            links.append(f"“{one_line(link.cue)}”")
    return " › ".join(links)


def modality(claim: Claim) -> str:
    """Return the modality where the act is not simply told as done, else nothing."""
    return "" if claim.modality is Modality.ASSERTED else claim.modality.value


def published(report: Report) -> str:
    """Return the day of publication and how it is known."""
    reason = one_line(report.published_reason or "")
    if report.published_on is None:
        return f"undated ({reason})" if reason else "undated"
    ground = reason if report.published_basis in {"explicit", "dateline"} else f"inferred: {reason}"
    return f"{report.published_on} ({ground})" if reason else report.published_on


def _membership(claim: Claim) -> str:
    return _joined(field(claim, "status"), field(claim, "organisation"))


def _relation(claim: Claim) -> str:
    return field(claim, "to").replace("_", " ")


def _plain_object(claim: Claim) -> str:
    return field(claim, "what") or field(claim, "name") or field(claim, "content")


_PARTS: dict[Kind, Callable[[Claim], str]] = {
    Kind.STATEMENT: _statement,
    Kind.COMMITMENT: _commitment,
    Kind.MEMBERSHIP: _membership,
    Kind.MEETING: _meeting,
    Kind.RELATION: _relation,
    Kind.AGREEMENT: _named,
    Kind.BODY: _named,
}
