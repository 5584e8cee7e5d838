"""The linker: judgements on pairs of claims, and the groups that judgements of linkers and people make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from legation.consolidation.pair_features import comparable, pair_features
from legation.models.linker import linker
from legation.records import LINKER, Bond, Claim, Judgement, Verdict, ordered

_SHOWN = 4


def judge(one: Claim, other: Claim) -> Judgement | None:
    """Return what the linker judges of two claims, or None where it takes them for different acts."""
    if one.id == other.id or not comparable(one, other):
        return None
    weights = linker()
    features = pair_features(one, other)
    score = round(weights.score(features), 3)
    if score < weights.unsure:
        return None
    left, right = ordered(Bond.TELLING, one.id, other.id)
    return Judgement(
        bond=Bond.TELLING,
        left=left,
        right=right,
        verdict=Verdict.SAME if score >= weights.same else Verdict.UNSURE,
        by=f"{LINKER}{weights.label}",
        reason=_reason(features, weights.weights),
        score=score,
        features={name: round(value, 2) for name, value in features.items() if value},
    )


def judge_all(claims: Sequence[Claim]) -> list[Judgement]:
    """Return what the linker judges of all pairs of claims."""
    found = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    pairs = ((one, other) for number, one in enumerate(found) for other in found[number + 1 :])
    return [judgement for one, other in pairs if (judgement := judge(one, other)) is not None]


def _reason(features: Mapping[str, float], weights: Mapping[str, float]) -> str:
    weight = {name: weights.get(name, 0.0) * value for name, value in features.items()}
    speaking = sorted((name for name in weight if weight[name] > 0), key=lambda name: (-weight[name], name))
    against = sorted((name for name in weight if weight[name] < 0), key=lambda name: (weight[name], name))
    said = f"alike in: {', '.join(speaking[:_SHOWN])}"
    return f"{said}; against it: {', '.join(against[:2])}" if against else said


@dataclass(frozen=True)
class Links:
    """Judgements of one bond, to group ids by: the word of a person goes before that of a linker."""

    judgements: tuple[Judgement, ...] = ()
    join: float = field(default_factory=lambda: linker().join)

    @cached_property
    def _in_order(self) -> list[Judgement]:
        """The judgements, the last recorded last: it goes before the others on its pair."""
        return sorted(self.judgements, key=lambda j: (j.recorded_at, j.by, j.verdict.value, j.score or 0.0))

    @cached_property
    def scores(self) -> dict[tuple[str, str], float]:
        """Pair -> score of the linkers."""
        return {j.pair: j.score for j in self._in_order if not j.is_by_hand and j.score is not None}

    @cached_property
    def decided(self) -> dict[tuple[str, str], Verdict]:
        """Pair -> what people judged last."""
        return {j.pair: j.verdict for j in self._in_order if j.is_by_hand}

    @cached_property
    def neighbours(self) -> dict[str, set[str]]:
        """Id -> the ids that it is linked to at all."""
        near: dict[str, set[str]] = {}
        for left, right in (*self.scores, *self.decided):
            near.setdefault(left, set()).add(right)
            near.setdefault(right, set()).add(left)
        return near

    def are_one(self, one: str, other: str) -> bool:
        """Tell whether a person, or else a linker, judged two ids to be one."""
        pair = (one, other) if one <= other else (other, one)
        decided = self.decided.get(pair)
        return decided is Verdict.SAME if decided else self.scores.get(pair, 0.0) >= linker().same

    def why(self, one: str, other: str) -> str | None:
        """Return the reason of the judgement on a pair, a person's first, or None."""
        pair = (one, other) if one <= other else (other, one)
        found = [j for j in self.judgements if j.pair == pair]
        return max(found, key=lambda j: (j.is_by_hand, j.recorded_at)).reason if found else None

    def groups(self, ids: Iterable[str]) -> list[list[str]]:
        """Return the ids in groups, each in alphabetical order; the order of ids and judgements makes no difference."""
        out: list[list[str]] = []
        for component in _components(sorted(set(ids)), self.neighbours):
            out.extend(_grouped(component, self) if len(component) > 1 else [component])
        return sorted(sorted(group) for group in out)


def _components(ids: Sequence[str], neighbours: Mapping[str, set[str]]) -> Iterable[list[str]]:
    left = set(ids)
    for id_ in ids:
        if id_ not in left:
            continue
        left.discard(id_)
        found, ahead = [id_], [id_]
        while ahead:
            for near in sorted(neighbours.get(ahead.pop(), set()) & left):
                left.discard(near)
                found.append(near)
                ahead.append(near)
        yield sorted(found)


def _grouped(ids: Sequence[str], links: Links) -> list[list[str]]:
    """Join the two groups of the highest mean score until none reaches ``join`` (average linkage).

    What a person judged different is never joined; what a person judged the same is joined first.
    """
    groups: dict[int, list[str]] = {number: [id_] for number, id_ in enumerate(ids)}
    index = {id_: number for number, id_ in enumerate(ids)}
    total: dict[int, dict[int, float]] = {number: {} for number in groups}
    apart: dict[int, set[int]] = {number: set() for number in groups}
    first: list[tuple[int, int]] = []
    for pair, score in links.scores.items():
        _put(total, index, pair, score)
    for (left, right), verdict in sorted(links.decided.items()):
        if left not in index or right not in index:
            continue
        a, b = index[left], index[right]
        if verdict is Verdict.SAME:
            first.append((a, b))
        else:
            total[a].pop(b, None)
            total[b].pop(a, None)
        if verdict is Verdict.DIFFERENT:
            apart[a].add(b)
            apart[b].add(a)
    held = {number: number for number in groups}
    for a, b in first:
        one, other = sorted((_find(held, a), _find(held, b)))
        if one != other and other not in apart[one]:
            _join(groups, total, apart, held, one, other)
    while (best := _best(groups, total, apart, links.join)) is not None:
        _join(groups, total, apart, held, *best)
    return list(groups.values())


def _put(total: dict[int, dict[int, float]], index: Mapping[str, int], pair: tuple[str, str], score: float) -> None:
    if pair[0] in index and pair[1] in index:
        a, b = index[pair[0]], index[pair[1]]
        total[a][b] = total[b][a] = score


def _find(held: dict[int, int], number: int) -> int:
    while held[number] != number:
        number = held[number]
    return number


def _best(
    groups: Mapping[int, list[str]],
    total: Mapping[int, Mapping[int, float]],
    apart: Mapping[int, set[int]],
    join: float,
) -> tuple[int, int] | None:
    best: tuple[float, int, int] | None = None
    for a in groups:
        for b, score in total[a].items():
            mean = score / (len(groups[a]) * len(groups[b]))
            if a < b and mean >= join and b not in apart[a] and (best is None or (-mean, a, b) < best):
                best = (-mean, a, b)
    return best[1:] if best else None


def _join(
    groups: dict[int, list[str]],
    total: dict[int, dict[int, float]],
    apart: dict[int, set[int]],
    held: dict[int, int],
    one: int,
    other: int,
) -> None:
    groups[one] += groups.pop(other)
    held[other] = one
    for near, score in total.pop(other).items():
        total[near].pop(other)
        if near != one:
            total[one][near] = total[near][one] = total[one].get(near, 0.0) + score
    for near in apart.pop(other):
        apart[near].discard(other)
        apart[near].add(one)
        apart[one].add(near)
