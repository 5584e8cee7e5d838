"""Which claim of another reading of a report stands in the place of a claim: decisions outlive coders by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from legation.records.claims import Claim, Kind
from legation.records.serial import claim_to_dict

_NOT_CONTENT = frozenset({"id", "report", "confidence", "coder", "reason", "trigger"})


def place_of(claim: Claim) -> tuple[Kind, int, int]:
    """Return what a decision hangs on: the kind, and the trigger's character offsets."""
    return claim.kind, claim.trigger_start, claim.trigger_end


def stands_at(claim: Claim, place: tuple[Kind, int, int]) -> bool:
    """Tell whether a claim is of the kind and on the words of a place."""
    kind, start, end = place
    return claim.kind == kind and _shared(claim, start, end) > 0


def successors(before: Iterable[Claim], after: Sequence[Claim]) -> Mapping[str, str]:
    """Return id -> id of the claim that stands in the place of each claim of an earlier reading, where one does.

    The kinds are the same and the triggers overlap, the most first; each claim succeeds one.
    """
    pairs = sorted(
        (-_shared(new, old.trigger_start, old.trigger_end), old.id, new.id)
        for old in before
        for new in after
        if stands_at(new, place_of(old))
    )
    found: dict[str, str] = {}
    for _, old_id, new_id in pairs:
        if old_id not in found and new_id not in found.values():
            found[old_id] = new_id
    return found


def differences(one: Claim, other: Claim) -> tuple[str, ...]:
    """Return the fields in which two claims say different things; who coded them, and how surely, aside."""
    left, right = _content(one), _content(other)
    return tuple(name for name in left if left[name] != right[name])


def _content(claim: Claim) -> dict[str, object]:
    return {name: value for name, value in claim_to_dict(claim).items() if name not in _NOT_CONTENT}


def _shared(claim: Claim, start: int, end: int) -> int:
    return min(claim.trigger_end, end) - max(claim.trigger_start, start)
