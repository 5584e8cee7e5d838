"""From triggers to drafts: parties linked by the rules, the object by kind, the date expression of the act."""

from __future__ import annotations

from collections.abc import Sequence

from legation.coding.actors.distinct import distinct
from legation.coding.dates.ahead import ahead
from legation.coding.dates.intervals import interval
from legation.coding.kinds.drafts import Draft, Seen
from legation.coding.learned.parties import Parties
from legation.coding.learned.spans import Run, Tokens
from legation.coding.learned.triggers import Trigger
from legation.coding.situation import Act, Situation
from legation.models import Signals
from legation.records import Actor, DateExpression, Kind
from legation.records.claims import ClaimObject
from legation.records.syntax import Predicate, Sentence

_SPACED = {"entry-into-force": "entry into force", "provisional-application": "provisional application"}
_PROMISING = frozenset("agree promise pledge vow commit undertake offer volunteer consent swear say announce".split())
_STATUS = {"suspended": "suspended by the organisation", "withdrawal-notified": "withdrawal notified"}


class LearnedDrafts:
    """Makes drafts of the triggers of one report."""

    def __init__(self, situation: Situation, tokens: Tokens, signals: Signals) -> None:
        self.situation = situation
        self.tokens = tokens
        self.signals = signals
        self.parties = Parties(tokens, situation.linker, signals)

    def draft(self, trigger: Trigger) -> Draft:
        """Return the draft of a trigger; it may have no parties yet."""
        act = self._act(trigger)
        actors, recipients = self._parties(trigger, "by"), self._parties(trigger, "to")
        own = {(a.start, a.end) for a in actors}
        recipients = tuple(a for a in recipients if (a.start, a.end) not in own)
        return Draft(
            kind=trigger.kind,
            act=act,
            actors=actors,
            recipients=recipients,
            object=self._object(trigger),
            modality=trigger.modality,
            event=trigger.event,
            mode=trigger.mode,
            reason=self._reason(trigger),
            weight=5,
            seen=Seen(
                chance=trigger.chance,
                sure=trigger.sure,
                modality=trigger.modality_chance,
                role=self._least_chance(trigger),
                when=self._date(trigger, "when"),
                contexts=trigger.contexts,
            ),
        )

    def _act(self, trigger: Trigger) -> Act:
        sentence, first = self.tokens.sentence(trigger.first)
        last = min(first + trigger.last - trigger.first, len(sentence.tokens))
        return Act(sentence, self._predicate(sentence, first, last), first, last)

    def _predicate(self, sentence: Sentence, first: int, last: int) -> Predicate | None:
        return next((p for p in sentence.predicates if first <= p.verb < last), None)

    def _parties(self, trigger: Trigger, role: str) -> tuple[Actor, ...]:
        found: list[Actor] = []
        for run in trigger.roles[role]:
            found.extend(self.parties.of_run(run))
        return distinct(found)

    def _least_chance(self, trigger: Trigger) -> float:
        chances = [r.chance for role in ("by", "to") for r in trigger.roles[role]]
        return min(chances, default=0.0)

    def _words(self, runs: Sequence[Run]) -> str | None:
        """The verbatim text of the longest run, without its determiner."""
        if not runs:
            return None
        run = max(runs, key=lambda r: r.last - r.first)
        run = self.tokens.trimmed(run.first, run.last)
        first = run.first
        while first < run.last - 1 and self.tokens.all[first].text.lower() in {
            "the",
            "a",
            "an",
            "its",
            "their",
            "“",
            '"',
        }:
            first += 1
        return self.tokens.span(first, run.last).of(self.situation.text).strip(' ”"“')

    def _date(self, trigger: Trigger, role: str) -> DateExpression | None:
        for run in sorted(trigger.roles[role], key=lambda r: -r.chance):
            span = self.tokens.span(run.first, run.last)
            sentence, _ = self.tokens.sentence(run.first)
            for expression in self.situation.dates_in(sentence):
                if expression.start < span.end and expression.end > span.start and interval(expression.value):
                    return expression
        return None

    def _object(self, trigger: Trigger) -> ClaimObject:
        name, fields, areas = self._words(trigger.roles["obj"]), trigger.fields, list(trigger.areas)
        if trigger.kind == Kind.AGREEMENT:
            return {"name": name, "act": self._spaced(fields.get("act")), "areas": areas}
        if trigger.kind == Kind.BODY:
            return {"name": name, "act": fields.get("act", "established"), "areas": areas}
        if trigger.kind == Kind.COMMITMENT:
            return {"what": self._promised(trigger), "areas": areas, "due": self._due(trigger)}
        if trigger.kind == Kind.MEMBERSHIP:
            status = fields.get("status", "member")
            return {"organisation": name, "entity": self._organisation(trigger), "status": _STATUS.get(status, status)}
        if trigger.kind == Kind.MEETING:
            return {
                "format": fields.get("format"),
                "level": fields.get("level"),
                "name": name,
                "status": fields.get("status", "held"),
            }
        if trigger.kind == Kind.RELATION:
            return {"to": fields.get("rel", "partner")}
        return {"what": name} if name else {}

    def _promised(self, trigger: Trigger) -> str | None:
        """What is promised, from its verb on: "to send …" without "to", or the trigger's verb with its object."""
        words = self._words(trigger.roles["obj"])
        if words is None or words.lower().startswith("to "):
            return words if words is None else words[3:]
        run = max(trigger.roles["obj"], key=lambda r: r.last - r.first)
        verb = self.tokens.all[trigger.last - 1]
        if run.first >= trigger.last and verb.lemma not in _PROMISING:
            return f"{(verb.lemma or verb.lower).replace('_', ' ')} {words}"
        return words

    def _spaced(self, act: str | None) -> str:
        return _SPACED.get(act or "", act or "conclusion")

    def _due(self, trigger: Trigger) -> str | None:
        expression = self._date(trigger, "due")
        if expression is None:
            return None
        bounds = interval(ahead(expression, self.situation.report.published_on).value)
        return bounds[1] if bounds else None

    def _organisation(self, trigger: Trigger) -> str | None:
        for run in trigger.roles["obj"]:
            for actor in self.parties.of_run(run):
                if actor.country == "IGO":
                    return actor.entity
        return None

    def _reason(self, trigger: Trigger) -> str:
        words = self.tokens.span(trigger.first, trigger.last).of(self.situation.text)
        told = f"{trigger.kind.value} {trigger.event or ''}".strip()
        return f"the reader takes “{words}” for {told} ({trigger.chance:.0%}, {trigger.sure:.0%})"
