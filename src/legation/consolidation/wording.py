"""One plain English sentence for any claim: what people read in the brief, the timeline and the lists.

A sentence is built from the claim's own fields; where these are thin, the passage's own clause stands in,
and where that reads badly, a trimmed quotation of the passage.  It never says more than the claim does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from legation.consolidation.acts_wording import agreement, body, commitment, meeting, membership, relation
from legation.consolidation.clauses import clause, predicate, trimmed
from legation.consolidation.naming import capital_first, everyone, state_name
from legation.consolidation.verbs import EVENTS
from legation.records import Actor, Claim, Kind, Modality
from legation.reference import states

_SAYING = frozenset(
    "said added stressed noted argued warned insisted reiterated explained wrote announced acknowledged claimed maintained"
    " predicted suggested repeated cautioned stated emphasised emphasized declared denied admitted recalled underlined hinted"
    " confirmed pointed conceded complained believed thought asserted".split()
)
_PRESENT = {"says": "says", "believes": "believes", "thinks": "thinks", "denies": "denies", "insists": "insists"}
_MARKS = {
    Modality.FUTURE: "announced",
    Modality.HYPOTHETICAL: "conditional",
}
_CLAUSAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|does|did|do|been|be|\w{3,}ed|\w{2,}s)\b"
)


def sentence(claim: Claim, *, marked: bool = True) -> str:
    """Return one English sentence that says what a claim says.

    ``marked`` adds "(announced)" or "(conditional)" to acts that are not done.
    """
    told = " ".join((_WRITERS[claim.kind](claim) or quotation(claim)).split())
    told = capital_first(told).rstrip(" ,;:")
    mark = _MARKS.get(claim.modality) if marked and claim.kind != Kind.STATEMENT else None
    told = f"{told.rstrip('.')} ({mark})" if mark else told
    return told if told.endswith((".", "!", "?", ".”", "?”", "!”", "…”")) else f"{told}."


def quotation(claim: Claim) -> str:
    """Return the passage itself, trimmed, under the names of its parties."""
    who = everyone((*claim.actors, *claim.recipients), claim.passage)
    text = f"“{_inner_quotes(trimmed(claim.passage.exact))}”"
    return f"{who}: {text}" if who else text


def _inner_quotes(text: str) -> str:
    return text.replace("“", "‘").replace("”", "’").replace('"', "’")


def _text(claim: Claim, field: str) -> str:
    value = claim.object.get(field)
    return " ".join(value.split()) if isinstance(value, str) else ""


# -- statements -------------------------------------------------------------------------------------


def _statement(claim: Claim) -> str | None:
    content = _text(claim, "content").strip(" ,;:")
    if not content or not claim.actors:
        return clause(claim)
    who = everyone(claim.actors, claim.passage)
    quote = _text(claim, "quote")
    if quote == "direct":
        return f"{who} {_verb(claim)}: “{_inner_quotes(content.strip('“”'))}”"
    if quote == "mixed" and content.count('"') % 2 == 0 and '"' not in content[:1] and "“" not in content[:1]:
        content = re.sub(r'"([^"]*)"', r"“\1”", content)
    return _reported(claim, who, content.removeprefix("that "))


def _reported(claim: Claim, who: str, content: str) -> str | None:
    """Indirect speech: "said that …", or the passage's own verb with what it governs."""
    verb = _verb(claim)
    if _is_clause(content):
        content = content if content[:2].isupper() or _is_name(claim, content) else content[:1].lower() + content[1:]
        return f"{who} {verb} that {content}"
    own = clause(claim)
    return own or f"{who} {verb}: “{_inner_quotes(trimmed(content))}”"


def _is_clause(content: str) -> bool:
    words = content.split()
    return len(words) >= 3 and bool(_CLAUSAL.search(" ".join(words[:14]))) and words[0].lower() not in {"to", "of", "for"}


def _is_name(claim: Claim, content: str) -> bool:
    """Does a content begin with a word that the passage writes large within a sentence?"""
    word = content.split()[0]
    at = claim.passage.exact.find(content[:30])
    return word[:1].isupper() and (at > 0 or word in {"I", "I'm"} or word in {s.name.split()[0] for s in states().values()})


def _verb(claim: Claim) -> str:
    at = claim.trigger_start - claim.passage.start
    group = claim.passage.exact[max(at, 0) : max(claim.trigger_end - claim.passage.start, 0)].split()
    word = group[-1].lower() if group else "said"
    if word in _PRESENT:
        return word
    return word if word in _SAYING - {"pointed", "believed", "thought"} else "said"


# -- events -----------------------------------------------------------------------------------------


def _event(claim: Claim) -> str | None:
    return clause(claim) or _by_type(claim)


def _by_type(claim: Claim) -> str | None:
    """A sentence by the event's type alone, with the passage's words behind it."""
    event = claim.event
    if event is None or not claim.actors or claim.modality == Modality.FUTURE:
        return None
    verb = EVENTS.get(f"{event.type}.{event.mode}") or EVENTS.get(event.type)
    actors, recipients = _split(claim)
    if verb is None or not recipients:
        return None
    form = verb.form(claim.modality, plural=len(actors) > 1)
    core = f"{everyone(actors, claim.passage)} {form} {everyone(recipients, claim.passage)}"
    return f"{core}: “{_inner_quotes(trimmed(claim.passage.exact, 30))}”"


def _split(claim: Claim) -> tuple[Sequence[Actor], Sequence[Actor]]:
    if claim.recipients or len(claim.actors) < 2:
        return claim.actors, claim.recipients
    return claim.actors[:1], claim.actors[1:]


_WRITERS: dict[Kind, Callable[[Claim], str | None]] = {
    Kind.STATEMENT: _statement,
    Kind.EVENT: _event,
    Kind.AGREEMENT: agreement,
    Kind.BODY: body,
    Kind.COMMITMENT: commitment,
    Kind.MEMBERSHIP: membership,
    Kind.MEETING: meeting,
    Kind.RELATION: relation,
}

__all__ = ["predicate", "quotation", "sentence", "state_name"]
