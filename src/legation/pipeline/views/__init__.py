"""What a page shows: each view gathers from a record all that one page needs, as frozen records."""

from legation.pipeline.views.caching import Views
from legation.pipeline.views.claim import ClaimView, claim_view
from legation.pipeline.views.front import FrontView, front_view
from legation.pipeline.views.relation import RelationView, relation_view
from legation.pipeline.views.report import Piece, ReportView, report_view
from legation.pipeline.views.state import StateView, state_view

__all__ = [
    "ClaimView",
    "FrontView",
    "Piece",
    "RelationView",
    "ReportView",
    "StateView",
    "Views",
    "claim_view",
    "front_view",
    "relation_view",
    "report_view",
    "state_view",
]
