"""One plain English sentence for any claim: what people read in the brief, the timeline and the lists.

A sentence is built from the claim's own fields; where these are thin, the passage's own clause stands in,
and where that reads badly, a trimmed quotation of the passage.  It never says more than the claim does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from legation.consolidation.acts_wording import agreement, body, commitment, meeting, membership, relation
from legation.consolidation.clauses import clause, trimmed
from legation.consolidation.hedging import POSSIBLE, denials, hedges
from legation.consolidation.naming import capital_first, everyone
from legation.consolidation.verbs import EVENTS
from legation.ontology.loading import spaced
from legation.records import Actor, Claim, Kind, Modality
from legation.reference import states

_SAYING = frozenset(
    spaced(
        "said added stressed noted argued warned insisted reiterated explained wrote announced "
        "acknowledged claimed maintained predicted suggested repeated cautioned stated emphasised "
        "emphasized declared denied admitted recalled underlined hinted confirmed conceded complained "
        "asserted"
    )
)
_PRESENT = frozenset(spaced("says believes thinks denies insists argues maintains warns claims"))
_TOLD = frozenset(spaced("told tells replied answered saying say according informed assured"))
_NO_SUBJECT = frozenset(spaced("to of for by against as with would will has have had is are was were could may"))
_HANGING = frozenset(["of", "to", "for", "with", "on", "at"])
_MARKS = {
    Modality.FUTURE: "announced",
    Modality.HYPOTHETICAL: "conditional",
}
_ENDS = (".", "!", "?", ".”", "?”", "!”", "…”")
_CLOSING = re.compile('[”"]')
_CLAUSAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|does|did|do|been|be|\w{3,}ed|\w{2,}s)\b"
)


def sentence(claim: Claim, *, marked: bool = True) -> str:
    """Return one English sentence that says what a claim says.

    ``marked`` adds "(announced)" or "(conditional)" to acts that are not done.
    """
    told = " ".join((_WRITERS[claim.kind](claim) or quotation(claim)).split())
    told = capital_first(told).rstrip(" ,;:")
    marks = _marks(claim, told) if marked else []
    if marks:
        told = f"{told.rstrip('.')} ({', '.join(marks)})"
    return told if told.endswith(_ENDS) else f"{told}."


def _marks(claim: Claim, told: str) -> list[str]:
    """Return what makes an act less than done and certain, where its sentence does not say so already."""
    mark = _MARKS.get(claim.modality) if claim.kind != Kind.STATEMENT and " are to meet" not in told else None
    words = [word for word in hedges(claim) if word not in told and not (mark and word == POSSIBLE)]
    return [*([mark] if mark else []), *words, *denials(claim)]


def quotation(claim: Claim) -> str:
    """Return the passage itself, trimmed, under the names of its parties."""
    who = everyone((*claim.actors, *claim.recipients), claim.passage)
    text = f"“{_inner_quotes(trimmed(claim.passage.exact))}”"
    return f"{who}: {text}" if who else text


def _inner_quotes(text: str) -> str:
    """Quotation marks within a quotation: single ones."""
    text = re.sub(r'(?<!\w)"(?=\S)', "‘", text)
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
        return f"{who} {_verb(claim)}: “{_spoken(content)}”"
    if content[:1] in {"“", '"'}:
        return f"{who} {_verb(claim)}: “{_spoken(_CLOSING.split(content[1:])[0])}”"
    if quote == "mixed":
        content = re.sub(r'"([^"]*)"', r"“\1”", content)
    return _reported(claim, who, content)


def _spoken(content: str) -> str:
    """Return the words of a direct quotation, without the marks and the comma that leads on."""
    bare = _inner_quotes(content.strip("“”\"‘’' ").rstrip(" ,"))
    bare = f"… {bare}" if bare[:1].islower() else bare
    return bare if bare.endswith((".", "!", "?", "…")) else f"{bare}."


def _reported(claim: Claim, who: str, content: str) -> str | None:
    """Return indirect speech: "said that …", or the passage's own verb with what it governs."""
    bare = content.removeprefix("that ").split("; ")[0]
    if is_speech(claim) and _is_clause(bare) and _even(bare):
        return f"{who} {_verb(claim)} that {bare if _is_name(claim, bare) else bare[:1].lower() + bare[1:]}"
    return clause(claim)


def _even(text: str) -> bool:
    return text.count("“") == text.count("”") and '"' not in text


def _is_clause(content: str) -> bool:
    words = content.lower().split()
    if len(words) < 3 or words[0] in _NO_SUBJECT or words[-1] in _HANGING:
        return False
    return bool(_CLAUSAL.search(" ".join(words[1:16])))


def _is_name(claim: Claim, content: str) -> bool:
    """Tell whether a content begins with a word that the passage writes large within a sentence."""
    word = content.split(maxsplit=1)[0]
    at = claim.passage.exact.find(content[:30])
    return word[:1].isupper() and (
        at > 0 or word in {"I", "I'm"} or word in {s.name.split()[0] for s in states().values()}
    )


def _trigger(claim: Claim) -> str:
    at = claim.passage.start
    group = claim.passage.exact[max(claim.trigger_start - at, 0) : max(claim.trigger_end - at, 0)].split()
    return group[-1].lower() if group else ""


def is_speech(claim: Claim) -> bool:
    """Tell whether a statement hangs on a verb of saying ("said", "told"), not of opinion ("regarded")."""
    return _trigger(claim) in _SAYING | _PRESENT | _TOLD


def _verb(claim: Claim) -> str:
    word = _trigger(claim)
    return word if word in _SAYING | _PRESENT else "said"


# -- events -----------------------------------------------------------------------------------------


def _event(claim: Claim) -> str | None:
    return clause(claim) or _by_type(claim)


def _by_type(claim: Claim) -> str | None:
    """Return a sentence by the event's type alone, with the passage's words behind it."""
    event = claim.event
    if event is None or not claim.actors or claim.modality == Modality.FUTURE:
        return None
    verb = EVENTS.get(f"{event.type}.{event.mode}") or EVENTS.get(event.type)
    actors, recipients = _split(claim)
    if verb is None or not recipients:
        return None
    form = verb.form(claim.modality, plural=len(actors) > 1)
    subject, object_ = everyone(actors, claim.passage), everyone(recipients, claim.passage)
    if subject == object_:
        return None
    core = f"{subject} {form} {object_}"
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
