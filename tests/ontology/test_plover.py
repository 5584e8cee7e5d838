"""The definitions against PLOVER's own table of types, modes, intensities and quad classes."""

from __future__ import annotations

import pytest

from legation.ontology import EVENT_TYPES, QUAD_NAMES, event_types, expand, frames_by_noun, frames_by_verb

# PLOVER manual, 2021-2024: quad class; intensity of the type; intensity of each mode.
# ACCUSE is printed there as 3, its minus lost; SANCTION stands in one table as quad class 3.
PLOVER: dict[str, tuple[int, float, dict[str, float]]] = {
    "AGREE": (1, 2.5, {}),
    "CONSULT": (1, 2.5, {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5}),
    "SUPPORT": (1, 5, {}),
    "CONCEDE": (1, 4.5, {}),
    "COOPERATE": (2, 9.5, {}),
    "AID": (2, 10, {}),
    "RETREAT": (
        2, 6.5,
        {"withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
    ),
    "REQUEST": (3, 0, {"assist": 0.5, "change": -1, "yield": -1, "meet": 0}),
    "ACCUSE": (3, -3, {"disapprove": -2, "investigate": -3.5, "allege": -3.5}),
    "REJECT": (3, -2, {"assist": -1.5, "change": -2, "yield": -2, "meet": -2}),
    "THREATEN": (
        3, -3.5,
        {"restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4, "violence": -3.5},
    ),
    "PROTEST": (4, -5, {"demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5}),
    "SANCTION": (4, -6, {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6}),
    "MOBILIZE": (4, -5.5, {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6}),
    "COERCE": (
        4, -7,
        {"seize": -7, "restrict": -7, "censor": -6.5, "curfew": -6.5, "martial-law": -7.5, "arrest": -7,
         "deport": -7, "withhold": -7, "misinformation": -6.5, "cyber": -7},
    ),
    "ASSAULT": (
        4, -9,
        {"abduct": -8.5, "beat": -7.5, "torture": -8.5, "sexual": -8.5, "targeted": -9.5, "destroy": -8.5,
         "primitive": -8, "suicide-attack": -9.5, "drone": -9.5, "aerial": -9.5, "explosives": -9,
         "heavy-weapons": -9.5, "firearms": -9, "crowd-control": -7.5, "unconventional": -10},
    ),
}  # fmt: skip


def test_the_sixteen_types_are_there() -> None:
    assert list(PLOVER) == EVENT_TYPES
    assert set(event_types()) == set(PLOVER)


@pytest.mark.parametrize("code", PLOVER)
def test_quad_class_and_intensity_of_a_type(code: str) -> None:
    quad, intensity, _ = PLOVER[code]
    assert (event_types()[code].quad, event_types()[code].intensity) == (quad, intensity)


@pytest.mark.parametrize("code", PLOVER)
def test_modes_and_their_intensities(code: str) -> None:
    assert {mode.name: mode.intensity for mode in event_types()[code].modes} == PLOVER[code][2]


def test_to_accuse_is_conflict_though_the_manual_lost_the_minus() -> None:
    assert event_types()["ACCUSE"].intensity == -3


def test_to_sanction_is_material_conflict_in_every_table() -> None:
    assert QUAD_NAMES[event_types()["SANCTION"].quad] == "material conflict"


@pytest.mark.parametrize("code", PLOVER)
def test_cooperation_is_above_nought_and_conflict_not(code: str) -> None:
    kind = event_types()[code]
    every = [kind.intensity, *(mode.intensity for mode in kind.modes)]
    if kind.quad <= 2:
        assert min(every) > 0
    else:
        assert max(every) <= (0.5 if code == "REQUEST" else 0)
    assert all(-10 <= each <= 10 for each in every)


@pytest.mark.parametrize("code", PLOVER)
def test_a_mode_is_found_by_its_name(code: str) -> None:
    kind = event_types()[code]
    assert all(kind.mode(mode.name) is mode for mode in kind.modes)
    assert kind.mode(None) is kind.mode("no such mode") is None


@pytest.mark.parametrize("code", PLOVER)
def test_frames_name_modes_that_the_type_has(code: str) -> None:
    kind = event_types()[code]
    modes = [frame.mode for frame in kind.frames] + [noun.mode for noun in kind.nouns]
    assert all(kind.mode(mode) for mode in modes if mode)
    assert {frame.event for frame in kind.frames} | {noun.event for noun in kind.nouns} == {code}


@pytest.mark.parametrize("code", PLOVER)
def test_a_definition_says_what_it_means(code: str) -> None:
    kind = event_types()[code]
    assert kind.label
    assert kind.definition.endswith(".")
    assert kind.frames


def test_frames_are_found_by_every_verb_and_noun_of_theirs() -> None:
    for kind in event_types().values():
        for frame in kind.frames:
            assert all(frame in frames_by_verb()[verb] for verb in frame.verbs)
        for noun in kind.nouns:
            assert all(noun in frames_by_noun()[word] for word in noun.words)


def test_a_class_of_words_opens_into_its_words() -> None:
    assert {"treaty", "pact"} <= expand("agreement")
    assert expand("lighthouse pact") == {"lighthouse", "pact"}
    assert expand("") == frozenset()
