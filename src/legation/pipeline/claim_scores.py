"""How well the claims of whole texts are read, against texts that were annotated in full.

A set is JSON lines, one text each: ``{id, text, date, nil, claims}``; a claim ``{start, end, kind, type, mode,
modality, actors, recipients, when, fields}`` with the trigger's offsets and the codes of the parties ("-" for one
without a country).  Definitions, over all texts of a set:

- A claim told and one to be found are *matched*, one to one and best first, where their triggers overlap, or where
  they are of one kind and type and stand in one sentence.
- ``found_f1``: matched. ``type_f1``: matched, kind and type right. ``core_f1``: matched, kind, parties and modality
  right. ``all_f1``: all of these, and mode, date (where one is to be found), act or status too.
- A saying that is an act of PLOVER may be of kind event or statement.
- Parties are right where both roles have the codes that are to be found, roles aside where the act is mutual.
- ``false_alarms``: texts with nothing to code that yield a claim / texts with nothing to code.
- ``calibration_error``: expected calibration error of confidence as a forecast of "core right", ten bins of equal
  number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from legation.pipeline.figures import harmonic, ratio
from legation.records import Actor, Claim

Json: TypeAlias = Mapping[str, Any]
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", None})
_MUTUAL_KINDS = frozenset({"agreement", "body", "meeting", "relation", "membership"})
_ORGANS = {"UNSC": "UN", "UNGA": "UN", "EUCO": "EU", "EC-COM": "EU", "EP": "EU"}  # an organ is its organisation
_BINS = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was right of one matched claim, and how confident it was."""

    typed: bool
    core: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A text with its claims told, and which of them met which to be found."""

    nil: bool
    wanted: int
    claims: tuple[Claim, ...]
    verdicts: Mapping[int, Verdict]


def texts(path: Path) -> list[Json]:
    """Return the texts of a set; raises ValueError for a line that is no JSON."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def judged(text: Json, claims: Sequence[Claim]) -> Judged:
    """Return which claims of a text met what is to be found in it."""
    pairs = sorted(_pairs(text, claims), reverse=True)
    taken_claims: set[int] = set()
    taken: set[int] = set()
    verdicts: dict[int, Verdict] = {}
    for _, n, m in pairs:
        if -n not in taken_claims and -m not in taken:
            taken_claims.add(-n)
            taken.add(-m)
            verdicts[-n] = verdict(claims[-n], text["claims"][-m])
    return Judged(bool(text["nil"]), len(text["claims"]), tuple(claims), verdicts)


def _pairs(text: Json, claims: Sequence[Claim]) -> Iterator[tuple[float, int, int]]:
    for n, claim in enumerate(claims):
        for m, want in enumerate(text["claims"]):
            overlap = claim.trigger_start < want["end"] and want["start"] < claim.trigger_end
            alike = claim.kind.value == want["kind"] and _type(claim) == want["type"]
            near = claim.passage.start <= want["start"] < claim.passage.end
            if overlap or (alike and near):
                score = 4 * overlap + 2 * alike + len(_codes(claim.actors) & _told(want["actors"])) * 0.5
                yield score + 0.25 * bool(_codes(claim.recipients) & _told(want["recipients"])), -n, -m


def verdict(claim: Claim, want: Json) -> Verdict:
    """Return what is right of a claim."""
    kind = claim.kind.value == want["kind"] or _said(claim, want)
    typed = kind and _type(claim) == want["type"]
    core = kind and _parties(claim, want) and claim.modality.value == want["modality"]
    mode = claim.event.mode if claim.event else None
    day = want["when"] is None or str(claim.when.start or "").startswith(want["when"])
    fields = all(_field(claim.object.get(key)) == value for key, value in want["fields"].items())
    return Verdict(typed, core, core and typed and mode == want["mode"] and day and fields)


def _said(claim: Claim, want: Json) -> bool:
    """A saying that is a PLOVER act ("warned", "condemned") may be told as either kind where the type is the same."""
    kinds = {claim.kind.value, want["kind"]}
    return kinds == {"event", "statement"} and want["type"] is not None and _type(claim) == want["type"]


def _field(value: object) -> str:
    return {"suspended by the organisation": "suspended"}.get(str(value), str(value)).replace(" ", "-")


def _type(claim: Claim) -> str | None:
    return claim.event.type if claim.event else None


def _parties(claim: Claim, want: Json) -> bool:
    actors, recipients = _codes(claim.actors), _codes(claim.recipients)
    if claim.kind.value in _MUTUAL_KINDS or (want["type"] in _MUTUAL and not want["recipients"]):
        return actors | recipients == _told([*want["actors"], *want["recipients"]])
    return actors == _told(want["actors"]) and recipients == _told(want["recipients"])


def _codes(actors: Iterable[Actor]) -> set[str]:
    return {_whole((a.entity if a.country == "IGO" and a.entity else a.country) or "-") for a in actors}


def _told(codes: Iterable[str]) -> set[str]:
    return {_whole(code) for code in codes}


def _whole(code: str) -> str:
    return _ORGANS.get(code, code)


def score(items: Iterable[Judged]) -> dict[str, float]:
    """Return the figures of a set (see above)."""
    texts = list(items)
    told, wanted = sum(len(t.claims) for t in texts), sum(t.wanted for t in texts)
    verdicts = [v for t in texts for v in t.verdicts.values()]

    def f1(right: int) -> float:
        return harmonic(ratio(right, told), ratio(right, wanted))

    nil = [t for t in texts if t.nil]
    return {
        "found_f1": f1(len(verdicts)),
        "type_f1": f1(sum(v.typed for v in verdicts)),
        "core_f1": f1(sum(v.core for v in verdicts)),
        "all_f1": f1(sum(v.whole for v in verdicts)),
        "false_alarms": ratio(sum(bool(t.claims) for t in nil), len(nil)),
        "calibration_error": calibration_error(forecasts(texts)),
    }


def forecasts(texts: Iterable[Judged]) -> list[tuple[float, bool]]:
    """Return for every claim told its confidence, and whether its core was right."""
    return [
        (claim.confidence, n in text.verdicts and text.verdicts[n].core)
        for text in texts
        for n, claim in enumerate(text.claims)
    ]


def calibration_error(found: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error over bins of equal number."""
    ordered = sorted(found, key=lambda pair: pair[0])
    size = max(1, -(-len(ordered) // _BINS))
    bins = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    gaps = (abs(sum(c for c, _ in b) / len(b) - sum(r for _, r in b) / len(b)) * len(b) for b in bins)
    return ratio(sum(gaps), len(ordered))
