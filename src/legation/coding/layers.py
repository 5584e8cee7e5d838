"""Stand-off layers for `annotate`: mentions, dates, attributions, events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.coding.attribution.model import Attribution, outermost
from legation.coding.coder import all_drafts, asserted
from legation.coding.situation import Situation
from legation.models import Signals
from legation.records import Actor
from legation.records.syntax import Analysis

LAYERS = ("mentions", "dates", "attributions", "events")


def layers(
    analysis: Analysis, wanted: tuple[str, ...] = LAYERS, signals: Signals | None = None
) -> dict[str, list[dict[str, Any]]]:
    """Return the wanted layers of a report, offsets in characters (design, section 5)."""
    situation = Situation(analysis, signals)
    makers = {"mentions": _mentions, "dates": _dates, "attributions": _attributions, "events": _events}
    return {name: list(makers[name](situation)) for name in wanted}


def _mentions(s: Situation) -> Iterator[dict[str, Any]]:
    for sentence in s.analysis.sentences:
        for phrase in sentence.phrases:
            for actor in s.linker.single(sentence, phrase.index):
                kind = (
                    "pronoun" if phrase.pronoun else "person" if (actor.entity or "").startswith("person:") else "actor"
                )
                yield {
                    "start": actor.start, "end": actor.end, "text": actor.text, "entity": actor.entity,
                    "country": actor.country, "sector": actor.sector, "kind": kind,
                }  # fmt: skip


def _dates(s: Situation) -> Iterator[dict[str, Any]]:
    for d in s.dates:
        yield {
            "start": d.start,
            "end": d.end,
            "text": d.text,
            "value": d.value,
            "precision": d.precision.value,
        }


def _attributions(s: Situation) -> Iterator[dict[str, Any]]:
    for a in outermost(s.attributions):
        yield {
            "source": [[a.source.start, a.source.end]] if a.source else [],
            "cue": [[a.cue.start, a.cue.end]],
            "content": [[c.start, c.end] for c in a.content],
            "kind": a.kind.value,
            "hedge": _hedged(a),
        }


def _hedged(a: Attribution) -> bool:
    return a.hedge or a.source is None


def _events(s: Situation) -> Iterator[dict[str, Any]]:
    for draft in asserted(all_drafts(s)):
        if draft.event is not None and (codes(draft.actors) or codes(draft.recipients)):
            yield {
                "event": draft.event, "mode": draft.mode,
                "source": codes(draft.actors), "target": codes(draft.recipients),
                "start": draft.act.start, "end": draft.act.end,
            }  # fmt: skip


def codes(actors: tuple[Actor, ...]) -> list[str]:
    """Return the country codes of actors; IGO and NGO for organisations, IMG for armed groups of several states."""
    out: list[str] = []
    for actor in actors:
        code = actor.country or {"NGO": "NGO", "REB": "IMG"}.get(actor.sector or "")
        if code and code not in out:
            out.append(code)
    return out
