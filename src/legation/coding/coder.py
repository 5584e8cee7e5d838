"""The coder: puts the kinds of knowledge together into claims with chain, date, place and passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation import __version__
from legation.coding.assembly import Assembler
from legation.coding.events.acts import ActReader
from legation.coding.events.frames import Reading
from legation.coding.events.modality import modality
from legation.coding.kinds import (
    agreements,
    bodies,
    commitments,
    meetings,
    memberships,
    relations,
    statements,
)
from legation.coding.kinds.drafts import Draft, Moment
from legation.coding.learned.merging import combined, learned_drafts
from legation.coding.situation import Situation
from legation.models import Signals
from legation.ontology import ontology_version, word_class
from legation.records import Actor, Claim, Coder, Kind, Modality, Rejection, Report
from legation.records.syntax import Analysis, Predicate, Sentence

CODER = Coder(name="legation", version=__version__, model=None, ontology=ontology_version())
"""The coder without learned weights."""


def coder(model: str | None) -> Coder:
    """Return who codes: the rules alone, or with a model (its name and version)."""
    return CODER if model is None else replace(CODER, model=model)


_ORDER = (
    memberships.draft,
    agreements.draft,
    bodies.draft,
    meetings.draft,
    relations.draft,
    commitments.draft,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What was read of a report: its claims, and what was seen and turned away, with the rule."""

    report: Report
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]


def code(analysis: Analysis, signals: Signals | None = None) -> Coded:
    """Return the claims of a report; pure: no I/O, no clock, no randomness.

    ``signals`` are what the learned reader sees of it; without them the rules read alone.
    """
    situation = Situation(analysis, signals)
    claims: dict[str, Claim] = {}
    rejections: list[Rejection] = []
    rejections.extend(_off_topic_rejections(situation))
    for _, made in assembled(situation):
        if isinstance(made, Rejection):
            rejections.append(made)
        else:
            claims.setdefault(made.id, made)
    ordered = sorted(claims.values(), key=lambda c: (c.passage.start, c.trigger_start, c.kind.value))
    return Coded(report=analysis.report, claims=tuple(ordered), rejections=tuple(rejections))


def assembled(situation: Situation) -> Iterator[tuple[Draft, Claim | Rejection]]:
    """Yield every draft of a report with what became of it."""
    signals = situation.signals
    assembler = Assembler(situation, coder(signals.model if signals is not None else None))
    for draft in all_drafts(situation):
        yield draft, assembler.assemble(draft)


def _off_topic_rejections(situation: Situation) -> Iterator[Rejection]:
    """What was passed over as a game, a market, the weather or an art is kept with its reason."""
    for sentence in situation.analysis.sentences:
        words = off_topic(sentence)
        if words:
            yield Rejection(
                stage="coding",
                rule="off-topic",
                message=f"told of {', '.join(sorted(words))}: no act of states is read here",
                start=sentence.start,
                end=sentence.end,
                exact=sentence.text_of(situation.text),
            )


def all_drafts(situation: Situation) -> list[Draft]:
    """Return the drafts of all kinds: acts first, then the statements that are no acts."""
    reader = ActReader(situation)
    sentences = [s for s in situation.analysis.sentences if not is_headline(situation, s) and not off_topic(s)]
    drafts = [d for s in sentences for d in _promises_once(list(_sentence_drafts(situation, reader, s)))]
    passed = frozenset(s.index for s in situation.analysis.sentences if s not in sentences)
    if situation.signals is not None:
        seen = [d for d in learned_drafts(situation, situation.signals) if d.act.sentence.index not in passed]
        drafts = combined(drafts, seen, situation.signals)
    drafts.extend(statements.drafts(situation, drafts, passed))
    return drafts


def is_headline(situation: Situation, sentence: Sentence) -> bool:
    """Tell whether a sentence is the title or a heading: it repeats what the text tells, in fewer words."""
    text = sentence.text_of(situation.text).strip()
    if text.startswith("#"):
        return True
    title = situation.report.title
    return sentence.index == 0 and title is not None and text == title.strip() and text[-1:] not in {".", "”", '"'}


def off_topic(sentence: Sentence) -> frozenset[str]:
    """Return the words of games, markets, weather and the arts in a sentence where it has two or more, else none."""
    found = frozenset(word_class("off_topic").intersection(t.lower for t in sentence.tokens))
    return found if len(found) >= 2 else frozenset()


def _sentence_drafts(situation: Situation, reader: ActReader, sentence: Sentence) -> Iterator[Draft]:
    found = reader.read(sentence)
    readings = {r.act.predicate.index: (r, how) for r, how in found if r.act.predicate is not None}
    passed = set(reader.absorbed.get(sentence.index, ()))
    for p in sentence.predicates:
        if p.index in passed:
            continue
        moment = _moment(situation, sentence, p, readings.get(p.index))
        if moment.modality == Modality.HYPOTHETICAL and p.role in {"infinitive", "gerund"}:
            continue  # "a request to leave", "talks on ending": content of a noun or purpose, no act
        special = next((d for make in _ORDER if (d := make(moment)) is not None), None)
        if special is not None:
            yield special
            yield from _second(moment, special)
            passed.update(_absorbed(sentence, p, special))
        elif moment.reading is not None:
            yield _event(moment, moment.reading)
    for reading, how in found:
        if reading.act.predicate is None:
            yield _plain(reading, how)
    yield from relations.apposed(situation, sentence)


def _promises_once(drafts: Sequence[Draft]) -> list[Draft]:
    """ "promised that the state would …": the commitment stands for the promise; no AGREE beside it."""
    governors = {d.act.predicate.governor for d in drafts if d.kind == Kind.COMMITMENT and d.act.predicate is not None}
    return [
        d
        for d in drafts
        if not (d.kind == Kind.EVENT and d.event == "AGREE" and d.act.predicate and d.act.predicate.index in governors)
    ]


def _second(moment: Moment, first: Draft) -> Iterator[Draft]:
    """ "is an ally of Russia through the alliance" tells a standing and a relation."""
    if first.kind == Kind.MEMBERSHIP and moment.predicate.lemma == "be":
        relation = relations.draft(moment)
        if relation is not None:
            yield relation


def _absorbed(sentence: Sentence, p: Predicate, draft: Draft) -> Iterator[int]:
    """What is promised is the commitment's content, not an act beside it."""
    if draft.kind != Kind.COMMITMENT:
        return
    for q in sentence.predicates[p.index + 1 :]:
        if q.role in {"infinitive", "gerund"}:
            yield q.index
        else:
            return


def _moment(situation: Situation, sentence: Sentence, p: Predicate, found: tuple[Reading, Modality] | None) -> Moment:
    if found is None:
        return Moment(situation, sentence, p, None, modality(sentence, p))
    return Moment(situation, sentence, p, found[0], found[1])


def _event(moment: Moment, reading: Reading) -> Draft:
    return _plain(reading, moment.modality)


def _plain(reading: Reading, how: Modality) -> Draft:
    return Draft(
        kind=Kind.EVENT,
        act=reading.act,
        actors=reading.actors,
        recipients=_others(reading),
        object={},
        modality=how,
        event=reading.event,
        mode=reading.mode,
        reason=reading.reason,
        weight=reading.weight,
    )


def _others(reading: Reading) -> tuple[Actor, ...]:
    """The recipients; what an actor refuses, "refused to talk", is not refused to itself."""
    if reading.event != "REJECT":
        return reading.recipients
    own = {(a.start, a.country, a.entity) for a in reading.actors}
    return tuple(a for a in reading.recipients if (a.start, a.country, a.entity) not in own)


def asserted(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that report news: asserted, under way or announced."""
    return [d for d in drafts if d.modality in {Modality.ASSERTED, Modality.ONGOING, Modality.FUTURE}]
