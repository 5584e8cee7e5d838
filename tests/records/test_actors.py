from __future__ import annotations

import pytest
from hypothesis import given
from tests.strategies import actors

from legation.records import Actor


def actor(country: str | None, entity: str | None) -> Actor:
    return Actor(text="X", start=0, end=1, name="X", country=country, entity=entity)


@pytest.mark.parametrize(
    ("country", "entity", "code"),
    [
        ("ARM", "ARM", "ARM"),
        ("ARM", "person:ararat-mirzoyan", "ARM"),
        ("IGO", "NATO", "NATO"),
        ("IGO", None, "IGO"),
        (None, "group:wagner", "group:wagner"),
        ("XKX", "XKX", "XKX"),
        (None, None, None),
        ("", "person:a", "person:a"),
    ],
)
def test_actors_are_compared_by_country_and_organisations_by_themselves(
    country: str | None, entity: str | None, code: str | None
) -> None:
    assert actor(country, entity).code == code


@given(actors)
def test_whoever_has_a_country_or_an_id_has_a_code(found: Actor) -> None:
    assert bool(found.code) == bool(found.country or found.entity)
    assert found.code in {found.country, found.entity}
