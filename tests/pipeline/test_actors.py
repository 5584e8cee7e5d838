from __future__ import annotations

import pytest

from legation.errors import UnknownActorError
from legation.pipeline import actor_code, actor_name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ARM", "ARM"),
        ("arm", "ARM"),
        ("Armenia", "ARM"),
        ("  south   korea ", "KOR"),
        ("Armenian", "ARM"),
        ("US", "USA"),
        ("the Kremlin".removeprefix("the "), "RUS"),
        ("Yerevan", "ARM"),
        ("EU", "EU"),
        ("European Union", "EU"),
        ("csto", "CSTO"),
        ("Hamas", "group:hamas"),
        ("Reuters", "agency:reuters"),
        ("Antony Blinken", "person:antony-blinken"),
        ("Blinken", "person:antony-blinken"),
    ],
)
def test_codes_names_demonyms_capitals_acronyms_and_persons_are_known(name: str, code: str) -> None:
    assert actor_code(name) == code


def test_a_typing_error_is_answered_with_the_closest_names() -> None:
    with pytest.raises(UnknownActorError, match=r"'Aremnia'.*did you mean Armenia \(ARM\)"):
        actor_code("Aremnia")


def test_a_misspelt_person_is_answered_with_a_person() -> None:
    with pytest.raises(UnknownActorError, match=r"did you mean Antony Blinken"):
        actor_code("Blinkn")


def test_a_name_that_two_states_have_is_answered_with_both() -> None:
    with pytest.raises(UnknownActorError, match=r"KOR \(South Korea\) or PRK \(North Korea\)"):
        actor_code("Korea")


@pytest.mark.parametrize("name", ["", "  ", "zzzzqqq", "\x00"])
def test_what_is_like_nothing_gets_no_suggestion(name: str) -> None:
    with pytest.raises(UnknownActorError) as caught:
        actor_code(name)
    assert "did you mean" not in str(caught.value)


def test_codes_have_names_and_what_has_none_stands_for_itself() -> None:
    assert [actor_name(code) for code in ("ARM", "CSTO", "XYZ")] == [
        "Armenia",
        "Collective Security Treaty Organization",
        "XYZ",
    ]
