"""Sentences for agreements, bodies, commitments, memberships, meetings and relations."""

from __future__ import annotations

import re

from legation.consolidation.clauses import clause, trimmed
from legation.consolidation.extents import clause_length
from legation.consolidation.naming import everyone, listed, named, organisation_name, side_of
from legation.consolidation.verbs import AGREEMENT_ACTS, BODY_ACTS, Verb, be
from legation.records import Actor, Claim, Modality
from legation.reference import organisations

_ARTICLE = re.compile(r"(?:the|a|an|its|their|this|that|his|her|another|two|three|both)\s", re.IGNORECASE)
_INTO_FORCE = Verb("enter into force", "entered into force", "entering into force")
_MEET = Verb("meet", "met", "meeting")
_HOLD = Verb("hold", "held", "holding")
_MEETING_STATUS = {
    "planned": "are to meet",
    "postponed": "put off a meeting",
    "cancelled": "called off a meeting",
}
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
_RELATION_WORDS = {
    "ally": "an ally of",
    "partner": "a partner of",
    "rival": "a rival of",
    "at_war": "at war with",
}
_MUTUAL = frozenset({"signature", "initialling", "negotiation", "conclusion", "ratification"})
_ORGANISED = re.compile(r"\b(?:Organi[sz]ation|Union|Treaty|Convention|Statute)\b")
_PREPOSITION = re.compile(r"\s(?:of|on|for|to|with|in|between|from|about|against)\s")
_PURPOSE = re.compile(r"\s(?:to [a-z]+\b|on (?=[a-z]{4,})|for (?=[a-z]{4,})|aimed at|under which)[^,;:]*")


def agreement(claim: Claim) -> str | None:
    """Return "X and Y signed an agreement to …", or the passage's own clause where the claim is thin."""
    act, name = text_of(claim, "act"), _full_name(claim)
    parties = _parties(claim)
    if act == "entry into force" and name:
        between = f" between {listed(parties)}" if len(parties) > 1 else ""
        return f"{name}{between} {_INTO_FORCE.form(claim.modality)}"
    verb = AGREEMENT_ACTS.get(act)
    doers = parties if act in _MUTUAL else _sides(claim.actors)
    if verb is None or not doers or not name:
        return clause(claim)
    others = [party for party in _sides(claim.recipients) if act not in _MUTUAL and party not in doers]
    with_others = f" with {listed(others)}" if others and not _ORGANISED.search(name) else ""
    return f"{listed(doers)} {verb.form(claim.modality, plural=len(doers) > 1)} {name}{with_others}"


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
    what = re.sub(
        r"^(?:that )?(?:(?:it|they|he|she|we|i) )?(?:to|will|would|’ll|'ll|shall) ",
        "",
        what,
        flags=re.IGNORECASE,
    )
    what = " ".join(what[: clause_length(what)].split())
    what = re.sub(r", (?:on|in|of|to|for|with|under|at|from|by)$", "", what)
    if len(what.split()) < 2:
        return clause(claim)
    first = what.split()[0].lower()
    is_thing = bool(_ARTICLE.match(what)) or not what[:1].islower()
    if is_thing or (first.endswith("ing") and first not in {"bring", "ring", "sing", "cling"}):
        return f"{who} promised {what}"
    negated = claim.modality == Modality.NEGATED and not what.startswith("not ")
    return f"{who} will {'not ' if negated else ''}{what}"


def membership(claim: Claim) -> str | None:
    """Return "X is a member of Y", "X will join Y", "X suspended its own participation in Y"."""
    organisation, status = text_of(claim, "organisation"), text_of(claim, "status")
    actors = [a for a in claim.actors if organisation not in {a.entity, a.name}] or list(claim.actors)
    if not organisation or not actors:
        return clause(claim)
    if not text_of(claim, "entity") and organisation not in organisations() and (told := clause(claim)):
        return told
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
    if status == "withdrawal notified" and modality != Modality.FUTURE:
        return Verb("give notice of leaving", "gave notice of leaving", "giving notice of leaving").form(modality)
    if status == "applicant":
        return Verb("apply to join", "applied to join", "applying to join").form(modality, plural=plural)
    if status in _LEFT or status == "withdrawal notified":
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
    if status == "planned" and (told := clause(claim)):
        return told
    if status in _MEETING_STATUS:
        called = f" (the {name})" if name and _is_proper(name) else ""
        return f"{listed(parties)} {_MEETING_STATUS[status]}{place(claim)}{called}"
    if name and name.lower() not in {"meeting", "talks"}:
        held = _HOLD.form(claim.modality, plural=True)
        return f"{listed(parties)} {held} {_with_determiner(claim, name)}{place(claim)}"
    told = clause(claim) if claim.modality != Modality.HISTORICAL else None
    return told or f"{listed(parties)} {_MEET.form(claim.modality, plural=True)}{place(claim)}"


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


def _everybody(claim: Claim) -> tuple[Actor, ...]:
    return (*claim.actors, *claim.recipients)


def _sides(actors: tuple[Actor, ...]) -> list[str]:
    return list(dict.fromkeys(side_of(a) for a in actors))


def _parties(claim: Claim) -> list[str]:
    return _sides(_everybody(claim))


def _with_determiner(claim: Claim, name: str) -> str:
    """Return a name with the determiner that the passage gives it, or "the" for a name, "a" for a thing."""
    name = trimmed(name.strip(" “”\"'"), 18)
    if _ARTICLE.match(name):
        return name
    if name.startswith("to "):  # what an agreement is for, not what it is called
        return f"an agreement {name}"
    at = claim.passage.exact.find(name)
    before = re.search(r"\b(the|an|a|its|their)\s+[“\"‘']?$", claim.passage.exact[: max(at, 0)], re.IGNORECASE)
    if before:
        return f"{before.group(1).lower()} {name}"
    if _is_proper(name):
        return f"the {name}"
    return name if _is_plural(name) else f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"


def _is_plural(name: str) -> bool:
    """Tell whether the noun that a name turns on, the last before a preposition, is a plural."""
    noun = _PREPOSITION.split(name)[0].split()[-1]
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _is_proper(name: str) -> bool:
    return name[:1].isupper()


def _full_name(claim: Claim) -> str:
    """Return an agreement's name with determiner; a bare "agreement" takes its purpose from the passage."""
    name = text_of(claim, "name")
    if not name or len(name.split()) > 2:
        return _with_determiner(claim, name) if name else ""
    text = " ".join(claim.passage.exact.split())
    at = text.find(name)
    purpose = _PURPOSE.match(text, at + len(name)) if at >= 0 else None
    if purpose is None:
        areas = areas_of(claim)
        return _with_determiner(claim, name) + (f" (on {listed(areas)})" if areas else "")
    told = re.split(
        rf"\s(?:with|between) (?:{'|'.join(re.escape(a.text) for a in _everybody(claim))})", purpose.group()
    )[0]
    return f"{_with_determiner(claim, name)} {trimmed(told, 16)}"


def _for_areas(claim: Claim) -> str:
    areas = areas_of(claim)
    return f", for {listed(areas)}" if areas else ""


def _joins(claim: Claim) -> bool:
    at = claim.passage.start
    words = claim.passage.exact[claim.trigger_start - at : claim.trigger_end - at].lower()
    return bool(re.search(r"\b(?:join|acced|becom|became|enter)", words))


def _organisation(claim: Claim, organisation: str) -> str:
    for actor in _everybody(claim):
        if organisation in {actor.entity, actor.name}:
            return named(actor, claim.passage)
    if organisation in organisations():
        return organisation_name(organisation)
    by_name = next((o.entity for o in organisations().values() if o.name == organisation), None)
    return organisation_name(by_name) if by_name else _with_determiner(claim, organisation)
