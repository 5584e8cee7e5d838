"""Claims by hand: a coded claim with some fields changed, or a new one on a passage; the reviewer is the coder."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from legation.consolidation.memberships import STATUSES
from legation.consolidation.standings import STATES
from legation.errors import DateError, RecordError, UnknownActorError
from legation.ontology import cameo_of, event_types, ontology_version
from legation.pipeline.actors import actor_code, actor_name
from legation.records import (
    Actor,
    Claim,
    Coder,
    EventReading,
    Kind,
    Modality,
    Passage,
    Precision,
    Report,
    When,
    claim_id,
    parse_day,
)
from legation.reference import office_holders, states
from legation.store import REVIEWER

FIELDS = ("kind", "type", "mode", "modality", "when", "actors", "recipients")
"""What can be set of a claim, beside the parts of its object (name, act, what, due, status, …)."""
OBJECT_FIELDS = (
    "name", "act", "areas", "what", "due", "status", "organisation", "entity", "to", "content", "quote", "format",
    "level",
)  # fmt: skip
"""The parts of the object, by kind (design, section 4)."""
_LISTS = frozenset({"areas"})
_MENTION = re.compile(r"(?P<code>[^@]+?)(?:@(?P<words>.+))?\Z")


def reviewer(name: str) -> Coder:
    """Return a reviewer as a coder."""
    return Coder(name=f"{REVIEWER}{name}", version="1", model=None, ontology=ontology_version())


def corrected(
    claim: Claim, report: Report, given: Mapping[str, str], by: str
) -> tuple[Claim, dict[str, tuple[str, str]]]:
    """Return a claim with fields changed, coded by a reviewer, and what changed in words (before, after).

    ``given`` is field -> value: see FIELDS; actors are codes or names, each with the words of the passage that
    name it if need be (``USA@Washington``), comma between.  An empty value clears a field.  Raises
    RecordError for a field or value that is none.
    """
    made = replace(claim, report=report, coder=reviewer(by), confidence=1.0, reason=f"corrected by {by}")
    for field, value in given.items():
        made = _set(made, field, value.strip())
    made = replace(made, id=_id(made))
    changes = {f: (_told(claim, f), _told(made, f)) for f in given if _told(claim, f) != _told(made, f)}
    if not given:
        raise RecordError(f"claim {claim.id}: no FIELD=VALUE is given")
    if not changes:
        raise RecordError(f"claim {claim.id}: nothing is changed by {', '.join(given)}")
    return made, changes


def written(report: Report, exact: str, kind: str, given: Mapping[str, str], by: str) -> Claim:
    """Return a new claim on a passage of a report, coded by a reviewer.

    ``exact`` must occur in the report; ``trigger`` among the fields names the words that the claim hangs on (else the
    first word).  Raises RecordError where the passage is not verbatim, occurs twice, or a value is none.
    """
    if not exact.strip():
        raise RecordError(f"report {report.id[:12]}: {exact!r} does not occur; it must occur once")
    start = _only(report.text, exact, f"report {report.id[:12]}")
    asked = given.get("trigger")
    trigger = asked or exact.split(maxsplit=1)[0]
    at = start + (_only(exact, trigger, "the passage") if asked else exact.index(trigger))
    blank = Claim(
        id="",
        report=report,
        kind=_kind(kind),
        event=None,
        actors=(),
        recipients=(),
        object={},
        modality=Modality.ASSERTED,
        when=_published(report),
        where=None,
        attribution=(),
        passage=Passage(start=start, end=start + len(exact), exact=exact),
        confidence=1.0,
        coder=reviewer(by),
        trigger_start=at,
        trigger_end=at + len(trigger),
        reason=f"written by {by}",
    )
    for field, value in given.items():
        if field != "trigger":
            blank = _set(blank, field, value.strip())
    if not (blank.actors or blank.recipients):
        raise RecordError("a claim needs somebody who acts or is acted upon (actors=… or recipients=…)")
    return replace(blank, id=_id(blank))


def _only(text: str, part: str, where: str) -> int:
    count = text.count(part) if part else 0
    if count != 1:
        often = "does not occur" if not count else f"occurs {count} times"
        raise RecordError(f"{where}: {part[:60]!r} {often}; it must occur once")
    return text.index(part)


def _published(report: Report) -> When:
    day = report.published_on
    return When(start=day, end=day, precision=Precision.DAY if day else Precision.UNKNOWN, basis="inferred")


def _id(claim: Claim) -> str:
    spans = [(claim.trigger_start, claim.trigger_end), (claim.passage.start, claim.passage.end)]
    spans += [(a.start, a.end) for a in (*claim.actors, *claim.recipients)]
    return claim_id(claim.report.id, claim.kind, spans, claim.coder)


def _set(claim: Claim, field: str, value: str) -> Claim:
    if field == "kind":
        return replace(claim, kind=_kind(value))
    if field == "modality":
        return replace(claim, modality=_modality(value))
    if field == "when":
        return replace(claim, when=_when(value))
    if field == "type":
        return replace(claim, event=_event(value, None) if value else None)
    if field == "mode":
        if claim.event is None:
            raise RecordError("mode: the claim has no event type; set type=… first")
        return replace(claim, event=_event(claim.event.type, value or None))
    if field == "actors":
        return replace(claim, actors=tuple(_actors(claim, value)))
    if field == "recipients":
        return replace(claim, recipients=tuple(_actors(claim, value)))
    if field.removeprefix("object.") not in OBJECT_FIELDS:
        raise RecordError(f"{field}: no claim has such a field ({', '.join((*FIELDS, *OBJECT_FIELDS))})")
    _check_value(claim.kind, field.removeprefix("object."), value)
    changed = dict(claim.object)
    listed: list[str] = [part.strip() for part in value.split(",") if part.strip()]
    changed[field.removeprefix("object.")] = listed if field.removeprefix("object.") in _LISTS else value or None
    return replace(claim, object=changed)


_DUE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?:/\d{4}(?:-\d{2}(?:-\d{2})?)?)?\Z")
_VALUES: dict[tuple[Kind, str], tuple[str, ...]] = {
    (Kind.AGREEMENT, "act"): tuple(STATES),
    (Kind.BODY, "act"): ("established", "met", "suspended", "resumed", "dissolved"),
    (Kind.MEETING, "status"): ("held", "planned", "postponed", "cancelled"),
    (Kind.MEMBERSHIP, "status"): STATUSES,
    (Kind.STATEMENT, "quote"): ("direct", "indirect", "mixed"),
}


def _check_value(kind: Kind, field: str, value: str) -> None:
    allowed = _VALUES.get((kind, field))
    if value and allowed and value.replace("-", " ") not in {each.replace("-", " ") for each in allowed}:
        raise RecordError(f"{field}: {value!r} is none of {', '.join(allowed)}")
    if value and field == "due" and not _DUE.match(value):
        raise RecordError(f"due: a day, month or year (2025-06-30, 2025-06, 2025; got {value!r})")


def _kind(value: str) -> Kind:
    if value not in list(Kind):
        raise RecordError(f"kind: {value!r} is none of {', '.join(Kind)}")
    return Kind(value)


def _modality(value: str) -> Modality:
    if value not in list(Modality):
        raise RecordError(f"modality: {value!r} is none of {', '.join(Modality)}")
    return Modality(value)


def _when(value: str) -> When:
    """Return the time of "2024-05-10", "2024-05", "2024", "2024-05-10..2024-05-12", or "" for unknown."""
    if not value:
        return When()
    first, dots, last = value.partition("..")
    if dots:
        if _day(last) < _day(first):
            raise RecordError(f"when: {value!r} ends before it begins")
        return When(start=first, end=last, precision=Precision.INTERVAL, basis="explicit")
    if re.match(r"\d{4}\Z", value):
        if value == "0000":
            raise RecordError(f"when: no calendar has the year {value!r}")
        return When(start=f"{value}-01-01", end=f"{value}-12-31", precision=Precision.YEAR, basis="explicit")
    if re.match(r"\d{4}-\d{2}\Z", value):
        if not "01" <= value[5:] <= "12":
            raise RecordError(f"when: no calendar has the month {value!r}")
        _day(f"{value}-01")
        days = monthrange(int(value[:4]), int(value[5:]))[1]
        return When(start=f"{value}-01", end=f"{value}-{days:02}", precision=Precision.MONTH, basis="explicit")
    _day(value)
    return When(start=value, end=value, precision=Precision.DAY, basis="explicit")


def _day(value: str) -> date:
    try:
        return parse_day(value)
    except DateError as error:
        raise RecordError(f"when: {error}") from error


def _event(type_: str, mode: str | None) -> EventReading:
    known = event_types()
    if type_ not in known:
        raise RecordError(f"type: {type_!r} is none of {', '.join(known)}")
    of_type = known[type_]
    found = of_type.mode(mode)
    if mode and found is None:
        raise RecordError(
            f"mode: {mode!r} is no mode of {type_} ({', '.join(m.name for m in of_type.modes) or 'it has none'})"
        )
    return EventReading(
        type=type_,
        mode=mode,
        contexts=(),
        quad_class=of_type.quad,
        intensity=found.intensity if found else of_type.intensity,
        cameo=cameo_of().get((type_, mode)) or of_type.cameo,
    )


def _actors(claim: Claim, value: str) -> Iterable[Actor]:
    for part in (each.strip() for each in value.split(",") if each.strip()):
        match = _MENTION.match(part)
        if match is None:
            raise RecordError(f"actors: {part!r} is no CODE and no CODE@words")
        try:
            code = actor_code(match["code"].strip())
        except UnknownActorError as error:
            raise RecordError(f"actors: {error}") from error
        yield _actor(claim, code, match["words"])


def _actor(claim: Claim, code: str, words: str | None) -> Actor:
    passage = claim.passage
    mentioned = [a for a in (*claim.actors, *claim.recipients, *_sources(claim)) if code in {a.code, a.entity}]
    told = words or actor_name(code)
    at = passage.exact.find(told)
    itself = [a for a in mentioned if a.name == actor_name(code)]
    if words is None and (itself or (mentioned and at < 0)):
        return (itself or mentioned)[0]
    if words and at < 0:
        raise RecordError(f"actors: {words!r} does not occur in the passage")
    start = passage.start + max(at, 0)
    holders = [holder for holder in office_holders() if holder.person == code]
    country = code if code in states() else holders[-1].entity if holders else None if ":" in code else "IGO"
    return Actor(
        text=told if at >= 0 else "",
        start=start,
        end=start + (len(told) if at >= 0 else 0),
        name=actor_name(code),
        entity=code,
        country=country,
    )


def _sources(claim: Claim) -> Iterable[Actor]:
    return (link.source for link in claim.attribution if link.source is not None)


def _told(claim: Claim, field: str) -> str:
    if field == "when":
        when = claim.when
        return "" if when.start is None else when.start if when.start == when.end else f"{when.start}..{when.end}"
    if field in {"type", "mode"}:
        return (getattr(claim.event, field) or "") if claim.event else ""
    if field in {"actors", "recipients"}:
        return ", ".join(actor.name for actor in getattr(claim, field))
    if field in {"kind", "modality"}:
        return str(getattr(claim, field).value)
    value = claim.object.get(field.removeprefix("object."))
    return ", ".join(value) if isinstance(value, list) else value or ""
