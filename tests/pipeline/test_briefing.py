"""The brief on two parties from a record."""

from __future__ import annotations

from tests.consolidation import factories as make

from legation.documents.reprints import marks_of
from legation.pipeline import brief_of, link_all
from legation.records import Bond, Claim, Judgement, Modality, Verdict, ordered
from legation.records.briefs import Brief
from legation.store import Record

BOTH = ("ARM", "USA")
AROUND = (
    "The paper was laid out in a hall above the river at noon. Two clerks held the pens, and a choir from the upper "
    "valley sang before the guests. Farmers hope that the sluices will be mended before the next summer."
)


def _keep(record: Record, *claims: Claim) -> None:
    for claim in claims:
        record.add_reading(claim.report, [claim], marks=marks_of(claim.report))
    list(link_all(record))


def _of(publisher: str, day: str = "2025-01-14") -> Claim:
    text = make.signing().passage.exact
    return make.signing(of=make.report(f"{text} {AROUND} So wrote {publisher}.", day=day, publisher=publisher))


def _claims(made: Brief) -> set[str]:
    return {claim for line in made.lines for claim in line.claims}


def _cautions(made: Brief, claim: Claim) -> set[str]:
    return {caution for line in made.lines if claim.id in line.claims for caution in line.cautions}


def test_the_brief_rests_on_the_claims_of_the_record(record: Record) -> None:
    _keep(record, make.signing(), make.promise())
    made = brief_of(record, BOTH, "2025-02-01")
    assert _claims(made) == {make.signing().id, make.promise().id}
    assert made.title == "Armenia and the United States"


def test_every_passage_is_verbatim_in_its_report(record: Record) -> None:
    _keep(record, make.signing(), make.promise())
    for source in brief_of(record, BOTH, "2025-02-01").sources:
        if source.report:
            assert record.report(source.report).text[source.start : source.end] == source.exact


def test_the_two_may_be_asked_for_in_either_order(record: Record) -> None:
    _keep(record, make.signing())
    assert _claims(brief_of(record, ("USA", "ARM"), "2025-02-01")) == {make.signing().id}


def test_tellings_are_counted_by_reports_and_by_origins(record: Record) -> None:
    one, other = _of("First Courier"), _of("Second Herald")
    _keep(record, one, other)
    assert "2 reports, one origin" in _cautions(brief_of(record, BOTH, "2025-02-01"), one)
    left, right = ordered(Bond.ORIGIN, one.report.id, other.report.id)
    apart = Judgement(
        bond=Bond.ORIGIN, left=left, right=right, verdict=Verdict.DIFFERENT, by="anna", reason="two writers"
    )
    record.judgements.add([apart])
    assert "2 reports, 2 independent origins" in _cautions(brief_of(record, BOTH, "2025-02-01"), one)


def test_a_person_who_keeps_tellings_apart_is_followed(record: Record) -> None:
    one, other = _of("First Courier"), _of("Second Herald")
    _keep(record, one, other)
    left, right = ordered(Bond.TELLING, one.id, other.id)
    record.judgements.add(
        [Judgement(bond=Bond.TELLING, left=left, right=right, verdict=Verdict.DIFFERENT, by="anna", reason="two")]
    )
    made = brief_of(record, BOTH, "2025-02-01")
    assert _cautions(made, one) & {"one report"}
    assert not [caution for caution in _cautions(made, one) if caution.startswith("2 reports")]


def test_what_reviewers_decided_is_told(record: Record) -> None:
    _keep(record, make.signing())
    record.desk.accept(make.signing().id, by="anna")
    assert "accepted by anna" in _cautions(brief_of(record, BOTH, "2025-02-01"), make.signing())


def test_what_a_reviewer_rejected_is_not_told(record: Record) -> None:
    _keep(record, make.signing(), make.promise())
    record.desk.reject(make.signing().id, by="anna", reason="never signed")
    assert _claims(brief_of(record, BOTH, "2025-02-01")) == {make.promise().id}


def test_what_is_published_later_is_left_aside(record: Record) -> None:
    _keep(record, _of("First Courier"), _of("Second Herald", "2025-03-01"))
    assert _claims(brief_of(record, BOTH, "2025-02-01")) == {_of("First Courier").id}


def test_the_brief_can_be_made_again_as_the_record_stood(record: Record) -> None:
    _keep(record, make.signing())
    before = brief_of(record, BOTH, "2025-02-01")
    then = record.desk.take_snapshot("before", by="anna").recorded_at
    _keep(record, make.promise(), _of("Second Herald"))
    record.desk.accept(make.signing().id, by="anna")
    again = brief_of(record, BOTH, "2025-02-01", recorded_by=then)
    assert again.lead.endswith(before.lead)
    assert again.lead.startswith("The record as it stood at ")
    assert again.sections == before.sections
    assert brief_of(record, BOTH, "2025-02-01") != before


def test_pages_bound_the_length_and_none_leaves_nothing_out(record: Record) -> None:
    names = ("milk", "wool", "bridge", "apricot", "sluice", "ferry", "school", "tunnel", "harbour", "lantern", "sheep")
    claims = [make.signing(name=f"{name} charter", day=f"2024-{n + 1:02}-10") for n, name in enumerate(names)]
    _keep(record, *claims)
    (short,) = [s for s in brief_of(record, BOTH, "2025-02-01").sections if s.key == "chronology"]
    (whole,) = [s for s in brief_of(record, BOTH, "2025-02-01", pages=None).sections if s.key == "chronology"]
    assert (len(short.lines), short.omitted) == (8, 3)
    assert (len(whole.lines), whole.omitted) == (11, 0)


def test_two_of_whom_nothing_is_told_together_are_told_what_to_do(record: Record) -> None:
    text = "Armenia opened a school."
    alone = make.claim(text, "opened", actors=[make.actor("Armenia", text, "ARM")])
    _keep(record, alone)
    made = brief_of(record, BOTH, "2025-02-01")
    assert made.lead.startswith("Nothing is known")
    assert any("Armenia alone is in the record" in each for each in made.advice)


def test_an_empty_record_makes_a_brief_that_says_so(record: Record) -> None:
    made = brief_of(record, BOTH, "2025-02-01")
    assert made.lead.startswith("Nothing is known")
    assert _claims(made) == set()


def test_what_is_told_of_one_beside_both_is_a_third_party_line(record: Record) -> None:
    text = "The United States thanked Peru."
    of = make.report(f"{make.signing().passage.exact} {text}")
    sides = [make.actor("United States", text, "USA"), make.actor("Peru", text, "PER")]
    beside = make.claim(text, "thanked", actors=sides[:1], recipients=sides[1:], event=("SUPPORT", None, 1), of=of)
    record.add_reading(of, [make.signing(of=of), beside], marks=marks_of(of))
    made = brief_of(record, BOTH, "2025-02-01")
    (third,) = [section for section in made.sections if section.key == "third_parties"]
    assert [line.claims for line in third.lines] == [(beside.id,)]


def test_a_promise_is_told_with_what_was_accepted_as_evidence(record: Record) -> None:
    text = "The United States sent border experts on security to Armenia."
    sides = [make.actor("United States", text, "USA"), make.actor("Armenia", text, "ARM")]
    sent = make.claim(
        text, "sent", actors=sides, event=("AID", None, 2), day="2025-02-10", modality=Modality.ASSERTED,
        of=make.report(text, day="2025-02-10"),
    )  # fmt: skip
    promise = make.promise()
    _keep(record, promise, sent)
    assert any(each.startswith("proposed as evidence, not accepted") for each in _cautions_of(record, promise))
    record.judgements.add(
        [Judgement(bond=Bond.EVIDENCE, left=promise.id, right=sent.id, verdict=Verdict.SAME, by="anna", reason="seen")]
    )
    assert "evidence accepted by anna" in _cautions_of(record, promise)


def _cautions_of(record: Record, claim: Claim) -> set[str]:
    return _cautions(brief_of(record, BOTH, "2025-03-01"), claim)
