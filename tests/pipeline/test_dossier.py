"""Where things stand in the worked dossier on five days: all of it as it was, and what a person checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.golden import dossier

from legation.pipeline import brief_of, grade_of_claim, standings, telling_of
from legation.records import Bond, Claim, Judgement, Kind, Verdict
from legation.store import ClaimQuery, Record

SAME_SHARE = 0.9
"""How many lines must be as they were: int8 arithmetic is not the same on every processor."""

CHECKED = (
    ("2022-07-31", ("SWE", "TUR"), Kind.AGREEMENT, "memorandum", "signed", "2022-06-28"),
    ("2022-07-31", ("NATO", "SWE"), Kind.MEMBERSHIP, "North Atlantic", "applicant", "2022-05-18"),
    ("2022-07-31", ("FIN", "NATO"), Kind.AGREEMENT, "accession protocols", "signed", "2022-07-05"),
    ("2022-07-31", ("RUS", "UKR"), Kind.AGREEMENT, "agreements", "signed", "2022-07-22"),
    ("2022-07-31", ("RUS", "UKR"), Kind.MEETING, "multilateral", "held", "2022-07-13"),
    ("2022-12-31", ("SRB", "XKX"), Kind.AGREEMENT, "licence plates", "concluded", "2022-11-23"),
    ("2023-01-31", ("FIN", "TUR"), Kind.BODY, "joint mechanism", "established", "2022-08-26"),
    ("2023-01-31", ("SWE", "TUR"), Kind.MEETING, "trip", "cancelled", "2023-01-21"),
    ("2023-04-30", ("FIN", "NATO"), Kind.MEMBERSHIP, "North Atlantic", "member", "2023-04-04"),
    ("2023-04-30", ("NATO", "SWE"), Kind.MEMBERSHIP, "North Atlantic", "applicant", "2022-05-18"),
    ("2023-07-31", ("SRB", "XKX"), Kind.BODY, "Monitoring Committee", "established", "2023-04-18"),
    ("2023-07-31", ("RUS", "UKR"), Kind.BODY, "coordination centre", "dissolved", "2023-07-17"),
    ("2024-03-31", ("NATO", "SWE"), Kind.MEMBERSHIP, "North Atlantic", "member", "2024-03-07"),
)
"""Day, parties, kind, a word of the name, state, since: facts that a person looked up."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with dossier.recorded(tmp_path_factory.mktemp("dossier") / "record.db") as opened:
        yield opened


def test_the_dossier_stands_as_it_stood(record: Record) -> None:
    kept, now = dossier.kept(), list(dossier.rows(record))
    same = len(set(kept) & set(now))
    assert same >= SAME_SHARE * len(set(kept)), "python -m tests.golden.regenerate, and read the difference"
    assert same >= SAME_SHARE * len(set(now)), "python -m tests.golden.regenerate, and read the difference"


@pytest.mark.parametrize(("day", "parties", "kind", "word", "state", "since"), CHECKED)
def test_what_a_person_checked_stands(
    record: Record, day: str, parties: tuple[str, str], kind: Kind, word: str, state: str, since: str
) -> None:
    found = [(row.state, row.since) for row in standings(record, parties, day, kinds=[kind]) if word in row.name]
    assert (state, since) in found


def test_nothing_is_known_before_it_was_published(record: Record) -> None:
    for relation in dossier.DAYS:
        for parties in dossier.PARTIES[relation]:
            kinds = [Kind.AGREEMENT, Kind.BODY, Kind.COMMITMENT, Kind.MEETING]
            assert standings(record, parties, "2021-12-31", kinds=kinds) == []


def test_copies_of_one_wire_are_one_origin(record: Record) -> None:
    signing = _signing(record)
    telling = telling_of(record, signing.id)
    assert len({claim.report.id for claim in telling.claims}) > len(telling.origins) >= 1
    assert grade_of_claim(record, signing.id).value in {"1", "3", "4"}


def test_a_promise_is_followed_up_by_a_person_only(record: Record) -> None:
    promise = next(c for c in record.claims(ClaimQuery(kinds=(Kind.COMMITMENT,), parties=("RUS", "TUR"))))
    before = list(standings(record, ("RUS", "TUR"), "2024-04-30", kinds=[Kind.COMMITMENT]))
    assert all(row.details["completion"] == "no evidence" for row in before)
    later = record.claims(ClaimQuery(parties=("RUS", "TUR")))[-1]
    judged = Judgement(
        bond=Bond.EVIDENCE, left=promise.id, right=later.id, verdict=Verdict.SAME, by="anna", reason="it came"
    )
    record.desk.follow_up(promise.id, {"completion": "complete"}, [judged], by="anna", reason="it came")
    after = {row.claims[0]: row for row in standings(record, ("RUS", "TUR"), "2024-04-30", kinds=[Kind.COMMITMENT])}
    changed = next(row for row in after.values() if promise.id in row.claims)
    assert (changed.state, changed.details["completion"]) == ("complete", "complete")


def test_every_line_of_every_brief_opens_its_passage(record: Record) -> None:
    for relation, days in dossier.DAYS.items():
        for day in days:
            made = brief_of(record, dossier.PARTIES[relation][0], day)
            texts = record.texts(made.reports)
            for source in made.sources:
                assert not source.report or texts[source.report][source.start : source.end] == source.exact


def _signing(record: Record) -> Claim:
    found = record.claims(ClaimQuery(kinds=(Kind.AGREEMENT,), parties=("RUS", "UKR"), date_to="2022-07-22"))
    return next(claim for claim in found if claim.object.get("act") == "signature")


def test_the_dossier_has_forty_reports_of_three_relations() -> None:
    assert len(list(dossier.DOSSIER.glob("*/*.txt"))) >= 40
    assert {path.name for path in Path(dossier.DOSSIER).iterdir()} == set(dossier.DAYS)
