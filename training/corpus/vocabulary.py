"""The words that the corpus may use: those of the ontology and of the claim, nothing of its own."""

from __future__ import annotations

from functools import cache

from legation.ontology import event_types, folder
from legation.records import AttributionKind, Kind, Modality
from legation.reference import states

KINDS = frozenset(k.value for k in Kind)
MODALITIES = frozenset(m.value for m in Modality)
LINK_KINDS = frozenset(k.value for k in AttributionKind)
MODES = {name: frozenset(m.name for m in event.modes) for name, event in event_types().items()}
TYPES = frozenset(MODES)
CONTEXTS = frozenset(folder("contexts"))
AREAS = frozenset(folder("areas"))
SECTORS = frozenset(folder("sectors"))
ROLES = frozenset({"by", "to", "obj", "when", "where", "due"})
CLAIM_FIELDS = frozenset({"act", "status", "rel", "format", "level"})
_AGREEMENT_ACTS = (
    "negotiation initialling signature conclusion ratification acceptance approval accession"
    " entry-into-force provisional-application suspension denunciation withdrawal termination"
)
FIELD_VALUES = {
    ("agreement", "act"): frozenset(_AGREEMENT_ACTS.split()),
    ("body", "act"): frozenset("established met suspended resumed dissolved".split()),
    ("membership", "status"): frozenset(
        "member applicant candidate observer associate signatory self-suspended suspended withdrawal-notified"
        " former".split()
    ),
    ("meeting", "status"): frozenset("held planned postponed cancelled".split()),
    ("meeting", "format"): frozenset("bilateral trilateral multilateral visit call session".split()),
    ("meeting", "level"): frozenset("leaders ministers officials".split()),
    ("relation", "rel"): frozenset(
        "ally partner rival at_war strained improving broken distancing dependent neutral".split()
    ),
}
FORMER = frozenset("SUN YUG CSK DDR SCG VNR YMD YAR".split())


@cache
def _codes() -> frozenset[str]:
    return frozenset(states()) | FORMER | {"XKX", "PSE", "TWN"}


def is_country(code: str) -> bool:
    """Tell whether a code is a state's, a territory's, or a former state's."""
    return code in _codes()
