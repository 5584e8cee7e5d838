from __future__ import annotations

from tests.coding.learned.fakes import Fake

from legation.coding import code
from legation.coding.situation import Situation
from legation.records import Claim, Kind, Modality


def _claims(fake: Fake) -> tuple[Claim, ...]:
    return code(fake.analysis, fake.signals()).claims


def test_what_the_reader_points_at_becomes_a_claim_with_linked_parties() -> None:
    fake = Fake("Quietly, Kenya unfriended Somalia on Monday, clerks noticed.")
    fake.tell("unfriended", kind="event", type="SANCTION", mode="SANCTION/withdraw", contexts="diplomatic")
    fake.role("unfriended", "by", "Kenya").role("unfriended", "to", "Somalia").role("unfriended", "when", "Monday")
    (claim,) = (c for c in _claims(fake) if c.kind == Kind.EVENT)
    assert claim.event is not None
    assert (claim.event.type, claim.event.mode, claim.event.contexts) == ("SANCTION", "withdraw", ("diplomatic",))
    assert [a.country for a in claim.actors] == ["KEN"]
    assert [a.country for a in claim.recipients] == ["SOM"]
    assert claim.when.start == "2021-03-08"
    assert claim.coder.model == "fake-1"


def test_coordinated_parties_are_parties_each() -> None:
    fake = Fake("Kenya and Uganda unfriended Somalia.")
    fake.tell("unfriended", kind="event", type="SANCTION").role("unfriended", "by", "Kenya")
    fake.role("unfriended", "by", "Uganda").role("unfriended", "to", "Somalia")
    (claim,) = _claims(fake)
    assert [a.country for a in claim.actors] == ["KEN", "UGA"]


def test_a_mention_without_a_name_is_of_the_state_that_the_reader_points_at() -> None:
    fake = Fake("Crowds filled Nairobi. The shopkeepers unfriended Somalia.")
    fake.tell("unfriended", kind="event", type="SANCTION").role("unfriended", "by", "The", "shopkeepers")
    fake.role("unfriended", "to", "Somalia").role("The", "nation", "Nairobi")
    (claim,) = (c for c in _claims(fake) if c.trigger_start == fake.text.index("unfriended"))
    assert [(a.text, a.country) for a in claim.actors] == [("The shopkeepers", "KEN")]


def test_a_name_is_not_overruled_by_pointing() -> None:
    fake = Fake("Crowds filled Nairobi. Uganda unfriended Somalia.")
    fake.tell("unfriended", kind="event", type="SANCTION").role("unfriended", "by", "Uganda")
    fake.role("unfriended", "to", "Somalia").role("Uganda", "nation", "Nairobi")
    (claim,) = (c for c in _claims(fake) if c.trigger_start == fake.text.index("unfriended"))
    assert [a.country for a in claim.actors] == ["UGA"]


def test_what_the_rules_alone_see_stays_only_where_the_reader_does_not_rule_it_out() -> None:
    text = "Kenya condemned Somalia."
    assert _claims(Fake(text)) == ()
    doubtful = Fake(text)
    doubtful.heads["kind"][doubtful.at("condemned")] = [0.6, 0.4, 0, 0, 0, 0, 0, 0, 0]
    (claim,) = _claims(doubtful)
    assert claim.event is not None
    assert claim.event.type == "ACCUSE"


def test_both_together_make_one_claim_with_the_readers_reading() -> None:
    fake = Fake("Kenya condemned Somalia.").tell("condemned", kind="event", type="THREATEN", modality="negated")
    fake.role("condemned", "by", "Kenya").role("condemned", "to", "Somalia")
    (claim,) = _claims(fake)
    assert claim.event is not None
    assert (claim.event.type, claim.modality) == ("THREATEN", Modality.NEGATED)
    assert "the reader takes “condemned”" in claim.reason


def test_a_cue_gives_its_content_a_word_to_stand_on() -> None:
    fake = Fake("Kenya unfriended Somalia, a clerk in Nairobi burbled.")
    fake.tell("unfriended", kind="event", type="SANCTION").role("unfriended", "by", "Kenya")
    fake.role("unfriended", "to", "Somalia")
    fake.tell("burbled", cue="say").role("burbled", "source", "a", "Nairobi").role(
        "burbled", "content", "Kenya", "Somalia"
    )
    (claim,) = (c for c in _claims(fake) if c.kind == Kind.EVENT)
    (link,) = claim.attribution
    assert (link.cue, link.source.text if link.source else None) == ("burbled", "a clerk")
    assert link.source is not None
    assert link.source.country == "KEN"


def test_a_content_that_ends_within_a_quotation_takes_it_whole() -> None:
    fake = Fake("“Kenya will answer. It knows how,” the minister in Nairobi burbled.")
    fake.tell("burbled", cue="say").role("burbled", "source", "the", "Nairobi").role(
        "burbled", "content", "Kenya", "answer"
    )
    (found,) = (a for a in Situation(fake.analysis, fake.signals()).attributions if a.cue.of(fake.text) == "burbled")
    assert [s.of(fake.text) for s in found.content] == ["“Kenya will answer. It knows how,”"]


def test_acts_and_standings_have_the_words_of_the_design() -> None:
    fake = Fake("Kenya and Somalia midwifed the Lamu pact. Kenya gave notice to the Lamu Club.")
    fake.tell("midwifed", kind="agreement", type="SUPPORT", agreement_act="entry-into-force", areas="defence")
    fake.role("midwifed", "by", "Kenya").role("midwifed", "by", "Somalia").role("midwifed", "obj", "the", "pact")
    fake.tell("gave", kind="membership", type="SANCTION", membership_status="withdrawal-notified")
    place = fake.scores[0, fake.at("gave")]
    place[fake.at("gave") - 1] = 9.0
    fake.role("gave", "obj", "Club")
    found = {c.kind: c.object for c in _claims(fake)}
    assert found[Kind.AGREEMENT] == {"name": "Lamu pact", "act": "entry into force", "areas": ["defence"]}
    assert found[Kind.MEMBERSHIP]["status"] == "withdrawal notified"


def test_a_claim_is_never_about_words_that_are_not_in_the_report() -> None:
    fake = Fake("Kenya unfriended Somalia. Uganda looked on.")
    for token in fake.tokens:
        if token.text.isalpha():
            fake.tell(token.text, kind="event", type="ACCUSE")
    for claim in _claims(fake):
        assert fake.text[claim.passage.start : claim.passage.end] == claim.passage.exact
