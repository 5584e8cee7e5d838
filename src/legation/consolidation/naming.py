"""Names as running text needs them: "the United States", "Armenian Foreign Minister Ararat Mirzoyan"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from legation.ontology.loading import spaced
from legation.records import Actor, Passage
from legation.reference import armed_groups, demonyms, organisations, states

_WITH_ARTICLE = frozenset(
    spaced(
        "ARE BHS CAF COD COG COM DOM GBR GMB MDV MHL NLD PHL SLB SYC USA VAT ALA BVT CCK COK CYM FLK FRO "
        "IMN IOT MNP PCN SGS TCA UMI VGB VIR"
    )
)
_ACRONYMS_READ = frozenset(
    spaced("NATO OPEC ASEAN UNESCO ECOWAS BRICS AUKUS UNICEF MERCOSUR INTERPOL ANZUS QUAD ISIS JEF")
)
_SHORT_ADJECTIVES = {"USA": "U.S."}
_UNSAID = frozenset(spaced("it they them he she him her his its their we us i one who which"))
_FAMILIES = frozenset({"person", "group", "agency"})
_DETERMINER = re.compile(r"(?:the|a|an)\s+$", re.IGNORECASE)
_OPENING = re.compile(r"\A(?:the|a|an|its|their|his|her|both|our|these|those|this)\s+", re.IGNORECASE)


def state_name(code: str) -> str:
    """Return a state's name in running text, or the code itself where it names no state."""
    state = states().get(code)
    if state is None:
        return code
    return f"the {state.name}" if code in _WITH_ARTICLE else state.name


def organisation_name(entity: str) -> str:
    """Return an organisation's name in running text: "NATO", "the European Union"."""
    if entity in _ACRONYMS_READ:
        return entity
    organisation = organisations().get(entity)
    return entity if organisation is None else _article(organisation.name)


def party_name(code: str) -> str:
    """Return the name of a state, organisation or armed group by its code, in running text."""
    if code in armed_groups():
        return armed_groups()[code].name
    return organisation_name(code) if code in organisations() and code not in states() else state_name(code)


def adjective(code: str | None) -> str:
    """Return the adjective of a state ("Armenian", "U.S."), or ""."""
    return _SHORT_ADJECTIVES.get(code or "") or demonyms().get(code or "", "")


def named(actor: Actor, passage: Passage | None = None) -> str:
    """Return what to call an actor in a sentence; the passage tells whether its name takes an article."""
    if actor.entity in states() and actor.name == states()[actor.entity].name:
        return state_name(actor.entity)
    if actor.entity in organisations() and actor.name == organisations()[actor.entity].name:
        return organisation_name(actor.entity)
    family = (actor.entity or "").partition(":")[0]
    if family == "person":
        return _person(actor)
    if family == "agency":
        return actor.name
    return _described(actor, passage)


def side_of(actor: Actor) -> str:
    """Return the name of the state or organisation that an actor belongs to, or of the actor itself."""
    code = actor.code
    known = code is not None and (code in states() or code in organisations())
    return party_name(code) if known and code else named(actor)


def listed(names: Iterable[str]) -> str:
    """Return names joined as English joins them: "A", "A and B", "A, B and C"."""
    distinct = list(dict.fromkeys(names))
    if len(distinct) < 2:
        return "".join(distinct)
    return f"{', '.join(distinct[:-1])} and {distinct[-1]}"


def everyone(actors: Sequence[Actor], passage: Passage | None = None) -> str:
    """Return the names of several actors, joined."""
    return listed(named(actor, passage) for actor in actors)


def capital_first(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def _person(actor: Actor) -> str:
    role = (actor.role or "").strip(" ,.")
    nation = adjective(actor.country) if actor.country not in {None, "IGO"} else ""
    if not role:
        return f"{actor.name} ({state_name(actor.country or '')})" if nation else actor.name
    role = _OPENING.sub("", role)
    role = role.lower() if role.lower() in {"spokesman", "spokeswoman", "spokesperson", "minister"} else role
    if nation and not _mentions_nation(role, actor.country or "", nation):
        role = f"{nation} {role}"
    return f"{role} {actor.name}" if _is_title(role) else f"{actor.name}, {_indefinite(role)},"


def _is_title(role: str) -> bool:
    """Tell whether a role stands before a name: short, and without a phrase of its own behind it."""
    return len(role.split()) <= 6 and not re.search(r"\b(?:for|in|at|from|with|to)\b|,", role)


def _mentions_nation(text: str, code: str, nation: str) -> bool:
    names = {nation, demonyms().get(code, nation), states()[code].name if code in states() else nation}
    return any(name.lower() in text.lower() for name in names)


def _described(actor: Actor, passage: Passage | None) -> str:
    name = actor.name if actor.name.lower() not in _UNSAID else actor.text
    if name.lower() in _UNSAID:
        return party_name(actor.code) if actor.code else name
    bare = _OPENING.sub("", name)
    nation = adjective(actor.country) if actor.country not in {None, "IGO"} else ""
    if nation and _is_common(bare) and not _mentions_nation(bare, actor.country or "", nation):
        bare = f"{nation} {bare}"
    bare = _article_free(bare)
    return f"{_determiner(actor, name, passage, bare)}{bare}"


def _is_common(name: str) -> bool:
    """Tell whether it is a common noun ("spokesman", "foreign ministry"), not a name ("Kremlin")."""
    return (
        name.islower()
        or name.rsplit(maxsplit=1)[-1].islower()
        or name.split(maxsplit=1)[0] in {"State", "Foreign", "Defence"}
    )


def _determiner(actor: Actor, name: str, passage: Passage | None, bare: str) -> str:
    found = _OPENING.match(name)
    before = "" if passage is None else passage.exact[: max(0, actor.start - passage.start)]
    opening = found or _OPENING.match(actor.text) or _DETERMINER.search(before)
    word = opening.group().strip().lower() if opening else ""
    if word in {"a", "an"}:
        return "an " if bare[:1].lower() in "aeio" else "a "
    if word or name.rsplit(maxsplit=1)[-1].lower().endswith(
        ("ministry", "government", "army", "military", "parliament")
    ):
        return "the "
    return ""


def _article_free(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.IGNORECASE)


def _indefinite(role: str) -> str:
    return role if role.split(maxsplit=1)[0] in {"the", "a", "an"} else f"the {role}"


def _article(name: str) -> str:
    """Put "the" before a name of more than a word."""
    if name.startswith(("The ", "the ")):
        return f"the {name[4:]}"
    return f"the {name}" if " " in name and not name.isupper() else name
