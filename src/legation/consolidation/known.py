"""What is known of claims beside the claims: judgements on them, where their reports come from, what people set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from legation.consolidation.linking import Links
from legation.consolidation.origins import Provenance
from legation.records import Assessment, Bond, Claim, Judgement, Review, Verdict


@dataclass(frozen=True)
class Known:
    """Judgements, provenance, assessments and reviews that bear on some claims.

    Without ``links`` claims are grouped by a plain rule instead of the linker's judgements.
    """

    links: Links | None = None
    provenance: Provenance = field(default_factory=Provenance)
    judgements: tuple[Judgement, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    reviews: tuple[Review, ...] = ()

    @cached_property
    def subjects(self) -> Mapping[tuple[str, str], Verdict]:
        """Pair of claims -> whether people judged them to speak of one agreement or body."""
        return {j.pair: j.verdict for j in self.judgements if j.bond is Bond.SUBJECT}

    @cached_property
    def evidence(self) -> Mapping[tuple[str, str], Judgement]:
        """(promise, later claim) -> what a person judged of its bearing on the promise."""
        return {j.pair: j for j in self.judgements if j.bond is Bond.EVIDENCE and j.is_by_hand}

    @cached_property
    def values(self) -> Mapping[tuple[str, str], Assessment]:
        """(subject, field) -> the value that a person set."""
        return {(each.subject, each.field): each for each in self.assessments}

    @cached_property
    def reviewed(self) -> Mapping[str, Review]:
        """Claim -> the decision that made it what it is, of those that hold."""
        return {each.result or each.claim: each for each in self.reviews}


NOTHING = Known()


def grouped(claims: Iterable[Claim], same: Callable[[Claim, Claim], bool], known: Known) -> list[list[Claim]]:
    """Put claims into groups by a rule, the first of a group standing for it.

    What people judged goes before the rule, and claims that tell one act are of one thing.
    """
    groups: list[list[Claim]] = []
    for claim in claims:
        verdicts = [_judged(claim, group, known) for group in groups]
        by_rule = (n for n, group in enumerate(groups) if verdicts[n] is None and same(group[0], claim))
        at = verdicts.index(Verdict.SAME) if Verdict.SAME in verdicts else next(by_rule, None)
        if at is None:
            groups.append([claim])
        else:
            groups[at].append(claim)
    return groups


def _judged(claim: Claim, group: list[Claim], known: Known) -> Verdict | None:
    """Return what people, or else a linker, judged of a claim and a group; None where nobody did."""
    pairs = [(min(claim.id, member.id), max(claim.id, member.id)) for member in group]
    verdicts = {known.subjects.get(pair) for pair in pairs}
    for verdict in (Verdict.DIFFERENT, Verdict.SAME):
        if verdict in verdicts:
            return verdict
    links = known.links
    return Verdict.SAME if links is not None and any(links.are_one(*pair) for pair in pairs) else None
