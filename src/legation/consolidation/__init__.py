"""From claims of many reports to where things stand: pure functions, no I/O, no clock."""

from legation.consolidation.agreements import AgreementStanding, agreements
from legation.consolidation.bodies import BodyStanding, bodies
from legation.consolidation.brief import brief
from legation.consolidation.commitments import CommitmentStanding, commitments, deadline
from legation.consolidation.disputes import Dispute, Version
from legation.consolidation.evidence import Evidence
from legation.consolidation.grading import grade_of
from legation.consolidation.hedging import hedges, on_whose_word
from legation.consolidation.known import Known
from legation.consolidation.lines import check
from legation.consolidation.linking import Links, judge, judge_all
from legation.consolidation.meetings import MeetingStanding, meetings
from legation.consolidation.memberships import MembershipStanding, membership_standings
from legation.consolidation.origins import Origin, Provenance, cited_in, origins
from legation.consolidation.tellings import Telling, same_thing, tellings
from legation.consolidation.trust import Grade, TrackRecord, credibility, likelihood, reliability
from legation.consolidation.wording import sentence

__all__ = [
    "AgreementStanding",
    "BodyStanding",
    "CommitmentStanding",
    "Dispute",
    "Evidence",
    "Grade",
    "Known",
    "Links",
    "MeetingStanding",
    "MembershipStanding",
    "Origin",
    "Provenance",
    "Telling",
    "TrackRecord",
    "Version",
    "agreements",
    "bodies",
    "brief",
    "check",
    "cited_in",
    "commitments",
    "credibility",
    "deadline",
    "grade_of",
    "hedges",
    "judge",
    "judge_all",
    "likelihood",
    "meetings",
    "membership_standings",
    "on_whose_word",
    "origins",
    "reliability",
    "same_thing",
    "sentence",
    "tellings",
]
