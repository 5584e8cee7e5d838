"""What a desk officer would look up first."""

from __future__ import annotations

import pytest

from legation.reference import (
    armed_groups,
    demonyms,
    holders_of,
    memberships,
    news_agencies,
    organisations,
    state_names,
    states,
)


def standing(organisation: str, member: str, day: str) -> set[str]:
    """Return how a member stands in an organisation on a day, by the rows that are sure to the day."""
    return {
        m.status
        for m in memberships()
        if (m.organisation, m.member, m.precision) == (organisation, member, "day")
        and m.valid_from <= day
        and (not m.valid_to or day <= m.valid_to)
    }


@pytest.mark.parametrize(
    ("organisation", "member", "day", "status"),
    [
        ("NATO", "FIN", "2023-04-03", {"applicant"}),
        ("NATO", "FIN", "2023-04-04", {"member"}),
        ("NATO", "SWE", "2024-03-06", {"applicant"}),
        ("NATO", "SWE", "2024-03-07", {"member"}),
        ("NATO", "MKD", "2020-03-27", {"member"}),
        ("CSTO", "ARM", "2024-02-22", {"member"}),
        ("CSTO", "ARM", "2025-01-14", {"member", "self-suspended"}),
        ("CSTO", "UZB", "2013-01-01", set()),
        ("EU", "GBR", "2016-06-24", {"member"}),
        ("EU", "GBR", "2018-01-01", {"member", "withdrawal notified"}),
        ("EU", "GBR", "2020-02-01", set()),
        ("EU", "UKR", "2022-07-01", {"candidate"}),
        ("EU", "GEO", "2023-12-14", {"candidate"}),
        ("EU", "TUR", "2005-01-01", {"candidate"}),
        ("SCO", "IRN", "2023-07-03", {"observer"}),
        ("SCO", "IRN", "2023-07-04", {"member"}),
        ("BRICS", "EGY", "2024-01-01", {"member"}),
        ("ICC", "ARM", "2024-02-01", {"member"}),
        ("CE", "RUS", "2022-03-17", set()),
        ("OPEC", "QAT", "2018-12-31", {"member"}),
        ("OPENSKIES", "USA", "2020-11-22", {"former"}),
        ("UN", "PSE", "2015-01-01", {"observer"}),
        ("UN", "XKX", "2024-01-01", set()),
        ("AU", "MAR", "2017-01-30", {"member"}),
        ("EAEU", "ARM", "2015-01-02", {"member"}),
        ("ECOWAS", "MLI", "2024-02-01", {"member", "suspended by the organisation", "withdrawal notified"}),
    ],
)
def test_who_stands_how_in_what(organisation: str, member: str, day: str, status: set[str]) -> None:
    assert standing(organisation, member, day) == status


@pytest.mark.parametrize(
    ("state", "office", "day", "name"),
    [
        ("ARM", "foreign minister", "2025-01-14", "Ararat Mirzoyan"),
        ("ARM", "foreign minister", "2019-01-01", "Zohrab Mnatsakanyan"),
        ("USA", "foreign minister", "2024-05-01", "Antony Blinken"),
        ("USA", "head of state", "2016-06-01", "Barack Obama"),
        ("USA", "head of state", "2025-01-19", "Joe Biden"),
        ("USA", "head of state", "2025-01-21", "Donald Trump"),
        ("RUS", "foreign minister", "2014-05-01", "Sergey Lavrov"),
        ("FRA", "head of state", "2013-01-01", "Francois Hollande"),
        ("GBR", "head of government", "2022-09-30", "Liz Truss"),
        ("DEU", "head of government", "2010-05-05", "Angela Merkel"),
        ("JPN", "head of government", "2021-11-01", "Fumio Kishida"),
        ("UKR", "head of state", "2015-05-01", "Petro Poroshenko"),
        ("VAT", "head of state", "2014-01-01", "Francis"),
        ("NATO", "head of organisation", "2024-09-30", "Jens Stoltenberg"),
        ("NATO", "head of organisation", "2024-10-02", "Mark Rutte"),
        ("UN", "head of organisation", "2010-01-01", "Ban Ki-moon"),
    ],
)
def test_who_held_what_when(state: str, office: str, day: str, name: str) -> None:
    assert name in {h.name for h in holders_of()[state, office] if h.may_hold(day)}


@pytest.mark.parametrize(
    ("state", "name", "capital"),
    [
        ("NLD", "Netherlands", "Amsterdam"),
        ("KAZ", "Kazakhstan", "Astana"),
        ("MMR", "Myanmar", "Naypyidaw"),
        ("SWZ", "Eswatini", "Mbabane"),
        ("MKD", "North Macedonia", "Skopje"),
        ("XKX", "Kosovo", "Pristina"),
        ("PSE", "Palestine", "Ramallah"),
        ("CIV", "Ivory Coast", "Yamoussoukro"),
    ],
)
def test_states_and_their_capitals(state: str, name: str, capital: str) -> None:
    assert (states()[state].name, states()[state].capital) == (name, capital)


@pytest.mark.parametrize(
    ("alias", "entity", "kind"),
    [
        ("Yerevan", "ARM", "capital"),
        ("the Kremlin", "RUS", "seat"),
        ("Downing Street", "GBR", "seat"),
        ("State Department", "USA", "ministry"),
        ("Burma", "MMR", "name"),
        ("Türkiye", "TUR", "name"),
        ("Zaire", "COD", "historical"),
        ("Dutch", "NLD", "demonym_adjective"),
    ],
)
def test_by_what_names_reports_mean_states(alias: str, entity: str, kind: str) -> None:
    assert (entity, kind) in {(n.entity, n.kind) for n in state_names() if n.alias == alias}


def test_korea_alone_is_open() -> None:
    assert {n.entity for n in state_names() if n.alias == "Korea"} == {"KOR", "PRK"}


@pytest.mark.parametrize(("state", "adjective"), [("ARM", "Armenian"), ("NLD", "Dutch"), ("CHE", "Swiss")])
def test_demonyms(state: str, adjective: str) -> None:
    assert demonyms()[state] == adjective


def test_every_sovereign_has_a_name_and_a_capital() -> None:
    aliases = {(n.alias, n.entity) for n in state_names()}
    for state in states().values():
        if state.kind == "sovereign":
            assert (state.name, state.entity) in aliases, state
            assert state.entity == "NRU" or state.capital, state  # Nauru has none by law


def test_every_sovereign_has_a_demonym() -> None:
    named = {n.entity for n in state_names() if n.kind.startswith("demonym")}
    missing = {s.entity for s in states().values() if s.kind == "sovereign" and s.entity not in named}
    assert missing == {"COG", "DMA"}  # whoever is Congolese or Dominican may be of either state


def test_organisations_groups_and_agencies() -> None:
    assert "ODKB" in organisations()["CSTO"].aliases
    assert organisations()["OPENSKIES"].kind == "treaty"
    assert armed_groups()["group:hezbollah"].code == "LBN"
    assert news_agencies()["agency:armenpress"].country == "ARM"


def test_every_organisation_is_one_of_states_or_of_others() -> None:
    assert {o.sector for o in organisations().values()} == {"IGO", "NGO"}
