"""Sentences for agreements, bodies, commitments, memberships, meetings and relations."""

from __future__ import annotations

import re

from legation.consolidation.clauses import clause, trimmed
from legation.consolidation.naming import everyone, listed, named, organisation_name, side_of
from legation.consolidation.verbs import AGREEMENT_ACTS, BODY_ACTS, Verb, be
from legation.records import Actor, Claim, Modality
from legation.reference import organisations

_ARTICLE = re.compile(r"(?:the|a|an|its|their|this|that|his|her|another|two|three|both)\s", re.IGNORECASE)
_INTO_FORCE = Verb("enter into force", "entered into force", "entering into force")
_MEET = Verb("meet", "met", "meeting")
_HOLD = Verb("hold", "held", "holding")
_MEETING_STATUS = {"planned": "are to meet", "postponed": "put off a meeting", "cancelled": "called off a meeting"}
_STATUS_WORDS = {
    "member": "a member of",
    "candidate": "a candidate for",
    "observer": "an observer in",
    "associate": "an associate of",
    "signatory": "a signatory of",
    "dialogue_partner": "a dialogue partner of",
    "partner": "a partner of",
    "former": "a former member of",
}
_LEFT = frozenset({"former", "withdrawn"})
_RELATION_WORDS = {"ally": "an ally of", "partner": "a partner of", "rival": "a rival of", "at_war": "at war with"}
_BASE_FORM = re.compile(r"(?:not |also |soon |formally |closely )*[a-z-]+$")


def agreement(claim: Claim) -> str | None:
    """Return "X and Y signed an agreement to …", or None where the claim names no act."""
    act = text_of(claim, "act")
    name = _with_determiner(claim, text_of(claim, "name") or "agreement")
    parties = _parties(claim)
    if act == "entry into force":
        between = f" between {listed(parties)}" if len(parties) > 1 else ""
        return f"{name}{between} {_INTO_FORCE.form(claim.modality)}"
    verb = AGREEMENT_ACTS.get(act)
    if verb is None or not parties:
        return clause(claim)
    return f"{listed(parties)} {verb.form(claim.modality, plural=len(parties) > 1)} {name}{_on_areas(claim, name)}"


def body(claim: Claim) -> str | None:
    """Return "X and Y set up the strategic partnership commission, for defence and the economy"."""
    act, name = text_of(claim, "act"), text_of(claim, "name")
    parties = _parties(claim)
    if not name:
        return clause(claim)
    whole = _with_determiner(claim, name)
    if act == "met":
        of = f" of {listed(parties)}" if parties else ""
        return f"{whole}{of} {_MEET.form(claim.modality)}{place(claim)}"
    verb = BODY_ACTS.get(act)
    if verb is None or not parties:
        return clause(claim)
    return f"{listed(parties)} {verb.form(claim.modality, plural=len(parties) > 1)} {whole}{_for_areas(claim)}"


def commitment(claim: Claim) -> str | None:
    """Return "X will send a team to Armenia", or "X promised …" for a promise that is a thing."""
    what = text_of(claim, "what").strip(" ,;.")
    if not what or not claim.actors:
        return clause(claim)
    who = everyone(claim.actors, claim.passage)
    what = re.sub(r"^(?:that )?(?:(?:it|they|he|she|we|i) )?(?:to|will|would|’ll|'ll|shall) ", "", what, flags=re.IGNORECASE)
    due = text_of(claim, "due")
    by = f", by {due}" if due and due not in what and re.fullmatch(r"[\d-]+", due) else ""
    if _ARTICLE.match(what) or what[:1].isdigit() or what[:1].isupper():
        return f"{who} promised {what}{by}"
    first = what.split()[0].lower()
    if first.endswith("ing") and first not in {"bring", "ring", "sing", "cling"}:
        return f"{who} promised {what}{by}"
    negated = claim.modality == Modality.NEGATED and not what.startswith("not ")
    return f"{who} will {'not ' if negated else ''}{what}{by}"


def membership(claim: Claim) -> str | None:
    """Return "X is a member of Y", "X will join Y", "X suspended its own participation in Y"."""
    organisation, status = text_of(claim, "organisation"), text_of(claim, "status")
    actors = [a for a in claim.actors if a.entity != organisation and a.name != organisation] or list(claim.actors)
    if not organisation or not actors:
        return clause(claim)
    who, what = everyone(actors, claim.passage), _organisation(claim, organisation)
    plural = len(actors) > 1
    if status == "suspended by the organisation":
        return f"{what} {Verb('suspend', 'suspended', 'suspending').form(claim.modality)} {who}"
    return f"{who} {_standing(claim, status, plural=plural)} {what}"


def _standing(claim: Claim, status: str, *, plural: bool) -> str:
    modality = claim.modality
    possessive = "their" if plural else "its"
    if status == "self-suspended":
        verb = Verb("suspend", "suspended", "suspending")
        return f"{verb.form(modality, plural=plural)} {possessive} own participation in"
    if status == "withdrawal notified":
        return Verb("give notice of leaving", "gave notice of leaving", "giving notice of leaving").form(modality)
    if status == "applicant":
        return Verb("apply to join", "applied to join", "applying to join").form(modality, plural=plural)
    if status in _LEFT:
        return Verb("leave", "left", "leaving").form(modality, plural=plural)
    if status == "member" and (modality in {Modality.FUTURE, Modality.HYPOTHETICAL, Modality.NEGATED} or _joins(claim)):
        return Verb("join", "joined", "joining").form(modality, plural=plural)
    shown = modality if modality != Modality.ONGOING else Modality.ASSERTED
    return f"{be(shown, plural=plural)} {_STATUS_WORDS.get(status, 'connected with')}"


def meeting(claim: Claim) -> str | None:
    """Return "X and Y met in Berlin", "X and Y are to meet", "X and Y held the concluding session of …"."""
    parties = list(dict.fromkeys(named(a, claim.passage) for a in (*claim.actors, *claim.recipients)))
    if len(parties) < 2:
        return clause(claim)
    status, name = text_of(claim, "status") or "held", text_of(claim, "name")
    if status in _MEETING_STATUS:
        called = f" (the {name})" if name and _is_proper(name) else ""
        return f"{listed(parties)} {_MEETING_STATUS[status]}{place(claim)}{called}"
    if name and name.lower() not in {"meeting", "talks"}:
        return f"{listed(parties)} {_HOLD.form(claim.modality, plural=True)} {_with_determiner(claim, name)}{place(claim)}"
    visit = clause(claim) if text_of(claim, "format") == "visit" else None
    return visit or f"{listed(parties)} {_MEET.form(claim.modality, plural=True)}{place(claim)}"


def relation(claim: Claim) -> str | None:
    """Return "X is an ally of Y", "Relations between X and Y are strained"."""
    to = text_of(claim, "to")
    everybody = list(dict.fromkeys(side_of(a) for a in (*claim.actors, *claim.recipients)))
    if len(everybody) < 2:
        return clause(claim)
    left = list(dict.fromkeys(side_of(a) for a in claim.actors)) or everybody[:1]
    right = [name for name in everybody if name not in left] or left[1:]
    left = left if right != left[1:] else left[:1]
    shown = claim.modality if claim.modality != Modality.ONGOING else Modality.ASSERTED
    if to in _RELATION_WORDS:
        return f"{listed(left)} {be(shown, plural=len(left) > 1)} {_RELATION_WORDS[to]} {listed(right)}"
    told = clause(claim)
    if told or not to:
        return told
    return f"relations between {listed(everybody)} {be(shown, plural=True)} {to.replace('_', ' ')}"


# -- parts ------------------------------------------------------------------------------------------


def text_of(claim: Claim, field: str) -> str:
    """Return a field of a claim's object as text, "" where it has none."""
    value = claim.object.get(field)
    return " ".join(value.split()) if isinstance(value, str) else ""


def areas_of(claim: Claim) -> list[str]:
    """Return the areas of a claim's object in words."""
    value = claim.object.get("areas")
    return [area.replace("_", " ") for area in value] if isinstance(value, list) else []


def place(claim: Claim) -> str:
    """Return " in Berlin" where the claim knows where."""
    return f" in {claim.where.name}" if claim.where else ""


def _parties(claim: Claim) -> list[str]:
    return list(dict.fromkeys(side_of(a) for a in (*claim.actors, *claim.recipients)))


def _with_determiner(claim: Claim, name: str) -> str:
    """A name with the determiner that the passage gives it, or "the" for a name, "a" for a thing."""
    name = trimmed(name.strip(" “”\"'"), 18)
    if _ARTICLE.match(name):
        return name
    at = claim.passage.exact.find(name)
    before = re.search(r"\b(the|an|a|its|their)\s+[“\"‘']?$", claim.passage.exact[: max(at, 0)], re.IGNORECASE)
    if before:
        return f"{before.group(1).lower()} {name}"
    if _is_proper(name):
        return f"the {name}"
    return name if re.match(r"\S+s\b", name) and not name.startswith("s") else f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"


def _is_proper(name: str) -> bool:
    return name[:1].isupper()


def _on_areas(claim: Claim, name: str) -> str:
    areas = [area for area in areas_of(claim) if area.split()[0].lower()[:5] not in name.lower()]
    return f" (on {listed(areas)})" if areas and len(name.split()) <= 3 else ""


def _for_areas(claim: Claim) -> str:
    areas = areas_of(claim)
    return f", for {listed(areas)}" if areas else ""


def _joins(claim: Claim) -> bool:
    at = claim.passage.start
    words = claim.passage.exact[claim.trigger_start - at : claim.trigger_end - at].lower()
    return bool(re.search(r"\b(?:join|acced|becom|became|enter)", words))


def _organisation(claim: Claim, organisation: str) -> str:
    everybody: tuple[Actor, ...] = (*claim.actors, *claim.recipients)
    for actor in everybody:
        if organisation in {actor.entity, actor.name}:
            return named(actor, claim.passage)
    if organisation in organisations():
        return organisation_name(organisation)
    by_name = next((o.entity for o in organisations().values() if o.name == organisation), None)
    return organisation_name(by_name) if by_name else _with_determiner(claim, organisation)
