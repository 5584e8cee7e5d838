"""What a careful reader expects of a report, and whether claims meet it.

An expectation is a JSON object; every key but ``what`` is a condition, and a claim meets it when it meets them all:

========================  ==========================================================================================
kind, type, modality      the claim's kind, its event's type, its modality is one of a list
act, status, quote, to    that field of the claim's object is one of a list
actors, recipients        all codes of a list are among that role's (the country, the entity or the name of an actor)
parties                   all codes of a list are among both roles' together
when                      the day of the act begins so: "2025", "2025-01", "2025-01-14"
said_by                   a regular expression found in the words or the name of a source in the chain, or of a speaker
hedged, unhedged          true or false: some link of the chain is a hedge or has no source; the contrary
about                     a regular expression, any case, found in the object or in the passage
within                    a regular expression, any case, found in the passage
========================  ==========================================================================================
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from legation.pipeline.figures import ratio

Json: TypeAlias = Mapping[str, Any]


def meets(claim: Json, expectation: Json) -> bool:
    """Tell whether a claim (as a JSON object) meets an expectation; raises ValueError for an unknown condition."""
    unknown = expectation.keys() - _CONDITIONS.keys() - {"what"}
    if unknown:
        raise ValueError(f"{expectation.get('what')}: no such condition: {', '.join(sorted(unknown))}")
    return all(_CONDITIONS[key](claim, asked) for key, asked in expectation.items() if key != "what")


def score_claims(claims: Sequence[Json], expected: Iterable[Json], forbidden: Iterable[Json]) -> dict[str, int]:
    """Count what a report's claims meet of what is expected and of what must not be said."""
    expected, forbidden = list(expected), list(forbidden)
    met = [[index for index, claim in enumerate(claims) if meets(claim, one)] for one in expected]
    return {
        "expected": len(expected),
        "met": sum(map(bool, met)),
        "must_not": len(forbidden),
        "forbidden": sum(any(meets(claim, one) for claim in claims) for one in forbidden),
        "claims": len(claims),
        "unmatched": len(claims) - len({index for found in met for index in found}),
    }


def figures(counts: Iterable[Mapping[str, int]], days: Sequence[bool]) -> dict[str, float]:
    """Return the figures of a set of reports; ``days`` tells of which the day was found without being told.

    ``met`` is the share of expectations met, ``forbidden`` the number of forbidden claims made.
    """
    counts = list(counts)
    total = {key: sum(one[key] for one in counts) for key in ("expected", "met", "forbidden")}
    return {
        "met": ratio(total["met"], total["expected"]),
        "forbidden": total["forbidden"],
        "days_found": ratio(sum(days), len(days)),
    }


def _codes(actors: Iterable[Json]) -> set[str]:
    return {str(actor[key]).upper() for actor in actors for key in ("country", "entity", "name") if actor.get(key)}


def _has_all(*roles: str) -> Callable[[Json, Any], bool]:
    return lambda claim, asked: set(asked) <= _codes(actor for role in roles for actor in claim.get(role) or ())


def _in_object(key: str) -> Callable[[Json, Any], bool]:
    return lambda claim, asked: (claim.get("object") or {}).get(key) in asked


def _voices(claim: Json) -> Iterator[str]:
    sources = [link.get("source") or {} for link in claim.get("attribution") or ()]
    speakers = claim.get("actors") or () if claim.get("kind") == "statement" else ()
    for voice in (*sources, *speakers):
        yield " ".join(voice.get(key) or "" for key in ("text", "name"))


def _said_by(claim: Json, pattern: str) -> bool:
    return any(re.search(pattern, voice) for voice in _voices(claim))


def _hedged(claim: Json) -> bool:
    links = claim.get("attribution") or ()
    return any(link.get("hedge") or link.get("kind") == "hedge" or not link.get("source") for link in links)


def _passage(claim: Json) -> str:
    return (claim.get("passage") or {}).get("exact") or ""


def _about(claim: Json, pattern: str) -> bool:
    written = json.dumps(claim.get("object") or {}, ensure_ascii=False)
    return re.search(pattern, f"{written} {_passage(claim)}", re.IGNORECASE) is not None


_CONDITIONS: dict[str, Callable[[Json, Any], bool]] = {
    "kind": lambda claim, asked: claim.get("kind") in asked,
    "type": lambda claim, asked: (claim.get("event") or {}).get("type") in asked,
    "modality": lambda claim, asked: claim.get("modality") in asked,
    "actors": _has_all("actors"),
    "recipients": _has_all("recipients"),
    "parties": _has_all("actors", "recipients"),
    "when": lambda claim, asked: str((claim.get("when") or {}).get("start") or "").startswith(asked),
    "said_by": _said_by,
    "hedged": lambda claim, asked: _hedged(claim) is asked,
    "unhedged": lambda claim, asked: _hedged(claim) is not asked,
    "about": _about,
    "within": lambda claim, asked: re.search(asked, _passage(claim), re.IGNORECASE) is not None,
} | {key: _in_object(key) for key in ("act", "status", "quote", "to")}
