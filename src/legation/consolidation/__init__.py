"""From claims of many reports to where things stand: pure functions, no I/O, no clock."""

from legation.consolidation.agreements import AgreementStanding, agreements
from legation.consolidation.bodies import BodyStanding, bodies
from legation.consolidation.brief import brief
from legation.consolidation.commitments import CommitmentStanding, Evidence, commitments, deadline
from legation.consolidation.hedging import hedges, on_whose_word
from legation.consolidation.lines import check
from legation.consolidation.meetings import MeetingStanding, meetings
from legation.consolidation.memberships import MembershipStanding, membership_standings
from legation.consolidation.tellings import Telling, same_thing, tellings
from legation.consolidation.wording import sentence

__all__ = [
    "AgreementStanding",
    "BodyStanding",
    "CommitmentStanding",
    "Evidence",
    "MeetingStanding",
    "MembershipStanding",
    "Telling",
    "agreements",
    "bodies",
    "brief",
    "check",
    "commitments",
    "deadline",
    "hedges",
    "meetings",
    "membership_standings",
    "on_whose_word",
    "same_thing",
    "sentence",
    "tellings",
]
