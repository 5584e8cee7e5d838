"""Future acts that an actor announces for its own side."""

from __future__ import annotations

from legation.coding.dates.ahead import ahead
from legation.coding.dates.intervals import interval
from legation.coding.kinds.drafts import Draft, Moment, areas, clause_end, stretch
from legation.records import Actor, Kind, Modality
from legation.records.syntax import Predicate

_PROMISING = frozenset(
    "agree promise pledge vow commit undertake offer volunteer consent swear propose plan intend guarantee".split()
)
_SETTLED = frozenset("be schedule decide plan set intend resolve prepare".split())
_NOT_PROMISED = frozenset(
    "be have mean need remain continue depend seem appear expect see know like want face hope believe"
    " think get feel regret".split()
)


def draft(moment: Moment) -> Draft | None:
    """Return the commitment that a predicate makes, None where it makes none."""
    p, sentence = moment.predicate, moment.sentence
    if p.role == "conditional" or p.link in {"if", "unless"}:
        return None
    ruler = sentence.predicates[p.governor] if p.governor >= 0 else None
    if ruler is not None and p.role == "infinitive" and ruler.role == "conditional":
        return None
    bound = p.role == "infinitive" and ruler is not None and p.first == ruler.last and ruler.lemma in _SETTLED
    if moment.modality == Modality.FUTURE and (p.role != "infinitive" or bound):
        return _future(moment)
    complement = moment.situation.complement(sentence, p)
    if (
        p.lemma in _PROMISING
        and complement is not None
        and complement.role == "infinitive"
        and moment.modality == Modality.ASSERTED
        and not p.negated
    ):
        actors = moment.subject()
        return (
            _commitment(moment, complement, actors, f"“{sentence.tokens[p.verb].text} to” promises an act")
            if actors
            else None
        )
    return None


def _future(moment: Moment) -> Draft | None:
    p = moment.predicate
    actors = moment.subject() or _promiser(moment)
    if not actors or p.lemma in _NOT_PROMISED or (moment.reading is not None and moment.reading.event == "THREATEN"):
        return None
    if not all(a.country or a.entity for a in actors):
        return None
    return _commitment(
        moment,
        p,
        actors,
        f"“{moment.sentence.span(p.first, p.last).of(moment.situation.text)}” announces an act to come",
    )


def _promiser(moment: Moment) -> tuple[Actor, ...]:
    """ "Technical teams will inspect the missions, he promised": who promises acts."""
    position = moment.act().start
    for attribution in moment.situation.near(position):
        if attribution.covers(position) and attribution.predicate >= 0:
            cue = moment.situation.analysis.sentences[attribution.sentence].predicates[attribution.predicate]
            if cue.lemma in _PROMISING:
                return attribution.actors
    return ()


def _commitment(moment: Moment, promised: Predicate, actors: tuple[Actor, ...], reason: str) -> Draft | None:
    sentence, situation = moment.sentence, moment.situation
    end = clause_end(sentence, promised)
    what = stretch(sentence, situation, promised.verb, end)
    if not what:
        return None
    reading = moment.reading
    own = {a.code for a in actors}
    recipients = reading.recipients if reading is not None else ()
    if reading is not None and reading.mutual:
        recipients = tuple(a for a in reading.actors if a.code not in own)
    if not recipients:
        recipients = tuple(a for a in situation.after(sentence, promised.last, end) if a.code not in own)[:2]
    return Draft(
        kind=Kind.COMMITMENT,
        act=moment.act(),
        actors=actors,
        recipients=recipients,
        object={
            "what": what,
            "areas": areas(sentence, promised.verb, end),
            "due": _due(moment, promised, end),
        },
        modality=Modality.FUTURE,
        event=_event(moment),
        mode=None,
        reason=reason,
        weight=6,
    )


def _event(moment: Moment) -> str | None:
    reading = moment.reading
    if reading is None:
        return "AGREE"
    return (
        reading.event if reading.event in {"SANCTION", "REJECT", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE"} else "AGREE"
    )


def _due(moment: Moment, promised: Predicate, end: int) -> str | None:
    """The last day of a date told within the promised act, and after the day of publication."""
    sentence = moment.sentence
    first, last = (
        sentence.tokens[promised.first].start,
        sentence.tokens[min(end, len(sentence.tokens)) - 1].end,
    )
    published = moment.situation.report.published_on or ""
    for expression in moment.situation.dates_in(sentence):
        if first <= expression.start < last:
            bounds = interval(ahead(expression, published).value)
            if bounds and bounds[1] >= published:
                return bounds[1]
    return None
