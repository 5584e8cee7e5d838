"""Meanings: one concept a file, crosswalks in tables; loaded and checked here."""

from legation.ontology.cues import CueVerbs, Hedges, cue_nouns, cue_verbs, hedges
from legation.ontology.events import (
    EVENT_TYPES,
    QUAD_NAMES,
    EventType,
    Example,
    Frame,
    Mode,
    NounFrame,
    event_types,
    frames_by_noun,
    frames_by_verb,
)
from legation.ontology.loading import expand, folder, word_class
from legation.ontology.vocabularies import (
    CameoCode,
    area_words,
    cameo_codes,
    cameo_of,
    context_words,
    ontology_version,
    sector_words,
)

__all__ = [
    "EVENT_TYPES",
    "QUAD_NAMES",
    "CameoCode",
    "CueVerbs",
    "EventType",
    "Example",
    "Frame",
    "Hedges",
    "Mode",
    "NounFrame",
    "area_words",
    "cameo_codes",
    "cameo_of",
    "context_words",
    "cue_nouns",
    "cue_verbs",
    "event_types",
    "expand",
    "folder",
    "frames_by_noun",
    "frames_by_verb",
    "hedges",
    "ontology_version",
    "sector_words",
    "word_class",
]
