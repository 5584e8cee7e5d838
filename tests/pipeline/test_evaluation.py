from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from legation.pipeline.evaluation import digest, layer, own_scores
from legation.pipeline.event_scores import Told, has_full, is_full, score_events, told, wanted
from legation.pipeline.expectations import figures, meets, score_claims
from legation.pipeline.figures import LOWER_IS_BETTER, Score, harmonic, ratio
from legation.pipeline.floors import breaches, load_floors, raised, save_floors
from legation.pipeline.gold import gold_scores


def want(event: str | None, source: str = "", target: str = "", also: str = "", **more: Any) -> Any:
    raw = {"event": event, "source": source.split(), "target": target.split(), "also_events": also.split()}
    return wanted(raw | more)


def event(kind: str, source: str = "", target: str = "") -> Told:
    return told({"event": kind, "source": source.split(), "target": target.split()})


# -- events ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "found", "full"),
    [
        (want("AID", "JPN", "KEN"), event("AID", "JPN", "KEN"), True),
        (want("AID", "JPN", "KEN"), event("AID", "JPN GBR", "KEN"), True),
        (want("AID", "JPN", "KEN"), event("AID", "KEN", "JPN"), False),
        (want("AID", "JPN", "KEN"), event("AID", "JPN"), False),
        (want("AID", "JPN", "KEN"), event("SUPPORT", "JPN", "KEN"), False),
        (want("PROTEST", "PER"), event("PROTEST", "PER", "USA"), True),
        (want("CONSULT", "PER", "CHL"), event("CONSULT", "CHL PER"), True),
        (want("CONSULT", "PER", "CHL"), event("CONSULT", "CHL", "ARG"), False),
        (want("AGREE", "PER CHL", symmetric_markup=True), event("AGREE", "PER", "CHL"), True),
        (want(None), event("AID", "JPN", "KEN"), False),
    ],
)
def test_an_event_is_full_with_type_and_parties(asked: Any, found: Told, *, full: bool) -> None:
    assert is_full(found, asked) is full


def test_the_parties_of_a_mutual_act_may_be_spread_over_events() -> None:
    asked = want("CONSULT", "PER", "CHL")
    assert has_full([event("CONSULT", "PER"), event("CONSULT", "CHL")], asked)
    assert not has_full([event("CONSULT", "PER"), event("AGREE", "CHL")], asked)
    assert not has_full([], asked)


def test_long_codes_count_by_their_first_three_letters() -> None:
    assert event("AID", "jpngov") == event("AID", "JPN")


def test_the_figures_of_a_set() -> None:
    found = score_events([
        (want("AID", "JPN", "KEN"), [event("AID", "JPN", "KEN")]),
        (want("ACCUSE", "PER", "CHL", also="REJECT"), [event("REJECT", "PER", "CHL")]),
        (want("CONSULT", "PER", "CHL"), [event("CONSULT", "PER"), event("ASSAULT", "PER")]),
        (want(None), [event("PROTEST", "PER")]),
        (want(None), []),
    ])  # fmt: skip
    assert found["precision"] == pytest.approx(2 / 4)  # AID, CONSULT; ASSAULT and PROTEST are wrong; REJECT is neither
    assert found["recall"] == pytest.approx(2 / 3)
    assert found["type_f1"] == pytest.approx(harmonic(2 / 4, 2 / 3))
    assert found["full"] == pytest.approx(1 / 3)
    assert found["full_f1"] == pytest.approx(harmonic(1 / 3, 1 / 5))
    assert found["false_alarms"] == pytest.approx(1 / 2)


def test_a_set_of_nothing_has_figures_of_nothing() -> None:
    assert set(score_events([]).values()) == {0.0}
    assert ratio(1, 0) == 0.0


# -- expectations ----------------------------------------------------------------------------------

PERSON = {"text": "Ana Costa", "name": "Ana Costa", "country": "BRA", "entity": "person:ana-costa"}
CLAIM: dict[str, Any] = {
    "kind": "statement",
    "event": {"type": "ACCUSE"},
    "actors": [PERSON],
    "recipients": [{"text": "Chile", "name": "Chile", "country": "CHL", "entity": None}],
    "object": {"quote": "direct", "content": "a broken promise"},
    "modality": "asserted",
    "when": {"start": "2024-05-10"},
    "attribution": [{"source": {"text": "the Example agency", "name": None}, "kind": "cite", "hedge": False}],
    "passage": {"exact": "“A broken promise,” Ana Costa said."},
}


@pytest.mark.parametrize(
    "condition",
    [
        {"kind": ["statement", "event"]},
        {"type": ["ACCUSE"]},
        {"parties": ["BRA", "CHL"]},
        {"actors": ["BRA"]},
        {"actors": ["PERSON:ANA-COSTA"]},
        {"recipients": ["CHL"]},
        {"modality": ["asserted"]},
        {"quote": ["direct"]},
        {"when": "2024-05"},
        {"said_by": "Costa"},
        {"said_by": "Example"},
        {"unhedged": True},
        {"hedged": False},
        {"about": "BROKEN"},
        {"within": "ana costa"},
        {"what": "anything"},
    ],
)
def test_a_condition_that_is_met(condition: dict[str, Any]) -> None:
    assert meets(CLAIM, condition)


@pytest.mark.parametrize(
    "condition",
    [
        {"kind": ["event"]},
        {"type": ["AID"]},
        {"actors": ["BRA", "CHL"]},
        {"recipients": ["BRA"]},
        {"act": ["signature"]},
        {"when": "2025"},
        {"said_by": "costa"},
        {"hedged": True},
        {"within": "Chile"},
    ],
)
def test_a_condition_that_is_not_met(condition: dict[str, Any]) -> None:
    assert not meets(CLAIM, condition)


def test_the_speaker_is_a_voice_only_of_a_statement() -> None:
    assert not meets(CLAIM | {"kind": "event"}, {"said_by": "Costa"})


def test_a_link_without_a_source_is_a_hedge() -> None:
    assert meets(CLAIM | {"attribution": [{"source": None, "kind": "cite", "hedge": False}]}, {"hedged": True})


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(ValueError, match="no such condition: color"):
        meets(CLAIM, {"what": "x", "color": "red"})


def test_counts_and_figures_of_reports() -> None:
    other = CLAIM | {"kind": "event"}
    counts = score_claims([CLAIM, other], [{"kind": ["statement"]}, {"kind": ["body"]}], [{"kind": ["event"]}])
    assert counts == {"expected": 2, "met": 1, "must_not": 1, "forbidden": 1, "claims": 2, "unmatched": 1}
    assert figures([counts, counts], [True, False]) == {"met": 0.5, "forbidden": 2, "days_found": 0.5}


# -- sets ------------------------------------------------------------------------------------------


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """Return a folder with a set of two sentences and one of one report."""
    folder = tmp_path / "sets"
    (folder / "sentences").mkdir(parents=True)
    (folder / "reports" / "expected").mkdir(parents=True)
    rows = [
        {"id": "1", "text": "Kenya and Japan signed a trade agreement on Friday in Nairobi, their ministers said.",
         "event": "SUPPORT", "also_events": ["AGREE", "COOPERATE"], "source": ["KEN", "JPN"], "target": [],
         "symmetric_markup": True},
        {"id": "2", "text": "The river was high and the ferry did not sail on Friday.", "event": None,
         "also_events": [], "source": [], "target": []},
    ]  # fmt: skip
    (folder / "sentences" / "dev.json").write_text(json.dumps(rows), encoding="utf-8")
    text = "NAIROBI, 10 May 2024 (Example) - Kenya and Japan signed an agreement on trade in Nairobi on Friday.\n"
    (folder / "reports" / "trade.txt").write_text(text, encoding="utf-8")
    asked = {"report": "sets/reports/trade.txt", "date": "2024-05-10",
             "expect": [{"what": "signed", "kind": ["agreement"], "parties": ["KEN", "JPN"]}],
             "forbid": [{"what": "war", "type": ["ASSAULT"]}]}  # fmt: skip
    (folder / "reports" / "expected" / "trade.json").write_text(json.dumps(asked), encoding="utf-8")
    return folder


def test_own_sets_are_read_as_the_commands_read(sets: Path) -> None:
    sentences, reports = own_scores(sets)
    assert (sentences.name, sentences.items) == ("sentences/dev", 2)
    assert sentences.figures["false_alarms"] == 0
    assert (reports.name, reports.items) == ("reports", 1)
    assert reports.figures == {"met": 1.0, "forbidden": 0, "days_found": 1.0}


def test_the_examples_are_a_set_where_they_are_there(sets: Path) -> None:
    assert [one.name for one in own_scores(sets, sets / "nowhere")] == ["sentences/dev", "reports"]
    assert [one.name for one in own_scores(sets / "nowhere", sets / "reports")] == ["reports"]


def test_what_cannot_be_read_has_no_layer() -> None:
    assert layer([{"id": "empty", "text": " "}], "events") == {}


def test_a_digest_follows_names_and_contents(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("x")
    second.write_text("y")
    before = digest([first, second])
    assert digest([second, first]) == before
    second.write_text("z")
    assert digest([first, second]) != before


# -- floors ----------------------------------------------------------------------------------------


def score(**found: float) -> Score:
    return Score(name="set", items=9, figures=found, sha256="abc")


def test_floors_rise_and_never_fall(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load_floors(path) == {}
    save_floors(path, raised([score(full=0.51239, forbidden=2, false_alarms=0.1001)], {}))
    assert load_floors(path)["set"]["floors"] == {"full": 0.512, "forbidden": 2, "false_alarms": 0.101}
    save_floors(path, raised([score(full=0.4, forbidden=1, false_alarms=0.2)], load_floors(path)))
    assert load_floors(path)["set"]["floors"] == {"full": 0.512, "forbidden": 1, "false_alarms": 0.101}


def test_what_was_just_measured_passes_its_own_floors() -> None:
    found = [score(full=1 / 3, false_alarms=2 / 3, forbidden=3)]
    assert list(breaches(found, raised(found, {}))) == []


def test_every_breach_is_named() -> None:
    floors = {"set": {"sha256": "abc", "floors": {"full": 0.5, "forbidden": 1, "met": 0.1}}, "gone": {}}
    assert list(breaches([score(full=0.4, forbidden=2)], floors)) == [
        "gone: the set is gone",
        "set: full is 0.400, its floor is 0.500",
        "set: forbidden is 2.000, its floor is 1.000",
        "set: met was not measured",
    ]
    assert list(breaches([score(full=1.0)], {})) == ["set: the set has no floors yet"]


def test_a_changed_set_is_a_breach_and_keeps_its_floors() -> None:
    floors = {"set": {"sha256": "old", "floors": {"full": 0.1}}}
    assert list(breaches([score(full=0.9)], floors)) == ["set: the set is not the one that its floors were measured on"]
    assert raised([score(full=0.9)], floors) == floors


def test_what_is_better_lower_is_what_should_not_be_there() -> None:
    assert {"false_alarms", "forbidden", "calibration_error"} == LOWER_IS_BETTER


# -- gold of others --------------------------------------------------------------------------------


def test_gold_is_measured_by_the_scorer_beside_it(tmp_path: Path) -> None:
    rows = [{"id": "1", "text": "Kenya accused Japan of overfishing on Friday, its minister said in Nairobi."}]
    (tmp_path / "plover_gsr_dev.json").write_text(json.dumps(rows), encoding="utf-8")
    (tmp_path / "score_events.py").write_text(
        "import json, sys\n"
        "(row,) = map(json.loads, open(sys.argv[2]))\n"
        "assert row['id'] == '1' and isinstance(row['events'], list)\n"
        "print(json.dumps({'type_f1_micro': 0.5, 'full': 0.25, 'full_f1': 0.125}))\n"
    )
    (found,) = gold_scores(tmp_path, tmp_path)
    assert found.figures == {"type_f1": 0.5, "full": 0.25, "full_f1": 0.125}


def test_a_scorer_that_fails_is_named(tmp_path: Path) -> None:
    (tmp_path / "plover_gsr_dev.json").write_text("[]", encoding="utf-8")
    with pytest.raises(FileNotFoundError, match="there is no scorer"):
        list(gold_scores(tmp_path, tmp_path))
    (tmp_path / "score_events.py").write_text("raise SystemExit('no luck')")
    with pytest.raises(ValueError, match=r"score_events\.py failed: no luck"):
        list(gold_scores(tmp_path, tmp_path))
