from __future__ import annotations

import io
import json
from typing import Any

from rich.console import Console
from tests.cli.conftest import TEXT, Run
from tests.store import factories as make

from legation.cli.chains import chain
from legation.cli.passages import marked_paragraph
from legation.records import Span

Claims = list[dict[str, Any]]


def of_kind(claims: Claims, kind: str) -> dict[str, Any]:
    return next(claim for claim in claims if claim["kind"] == kind)


def test_a_claim_is_found_by_the_beginning_of_its_id(run: Run, filled: Claims) -> None:
    claim = of_kind(filled, "agreement")
    (shown,) = run("show", claim["id"][:8]).lines
    assert {name: value for name, value in shown.items() if name != "backing"} == claim
    assert json.loads(run("show", claim["id"][:8].upper(), "--format", "json").out) == shown


def test_a_claim_stands_in_its_paragraph_with_every_field(run: Run, filled: Claims) -> None:
    claim = of_kind(filled, "agreement")
    shown = run("show", claim["id"], "--format", "table").out
    flowed = " ".join(shown.split())
    assert "Armenia and Georgia sign a border accord" in flowed
    assert "on whose word" in flowed
    trigger = Span(claim["trigger"]["start"], claim["trigger"]["end"]).of(TEXT)
    assert f"*{trigger}*" in flowed
    assert " ".join(claim["reason"].split()) in flowed
    for name in ("id", "why", "actors", "recipients", "modality", "when", "confidence", "passage", "coder"):
        assert any(line.split()[:1] == [name] for line in shown.splitlines())


def test_a_report_is_shown_with_its_claims_marked_and_listed(run: Run, filled: Claims) -> None:
    report = filled[0]["report"]["id"]
    shown = run("show", report[:10], "--format", "table").out
    assert "[1]" in shown
    assert all(claim["id"][:8] in shown for claim in filled)
    (whole,) = run("show", report[:10]).lines
    assert whole["report"]["text"] == TEXT
    assert {claim["id"] for claim in whole["claims"]} == {claim["id"] for claim in filled}


def test_an_id_that_nothing_has_is_one_line(run: Run, filled: Claims) -> None:
    assert filled
    done = run("show", "zzz")
    assert (done.status, done.err) == (1, "legation: no claim or report has an id that begins with 'zzz'\n")


def test_an_id_that_several_have_names_them(run: Run, filled: Claims) -> None:
    done = run("show", "")
    assert done.status == 1
    assert "more than one claim" in done.err
    assert filled[0]["id"][:4]


def test_the_chain_is_drawn_as_indented_arrows() -> None:
    drawn = chain(make.claim(make.report())).plain.splitlines()
    assert drawn[0].startswith("Example Wire")
    assert drawn[1].startswith("└─▶ Armenpress")
    assert drawn[2].startswith("   └─▶ “reportedly”")
    assert drawn[3].startswith("      └─▶ event: ARM → USA")


def test_colours_mark_the_passage_and_its_parts_without_changing_a_letter() -> None:
    report = make.report("First. Armenia met Iran in Yerevan.")
    claim = make.claim(report)
    plain = marked_paragraph(claim, report.text, colours=True)
    assert plain.plain == report.text
    assert plain.spans
    out = io.StringIO()
    Console(file=out, force_terminal=True, color_system="standard", width=80).print(plain)
    assert "\x1b[" in out.getvalue()


def test_a_long_paragraph_is_cut_around_the_passage() -> None:
    report = make.long_report(1, 400)
    claim = make.claims(report, 200)[150]
    shown = marked_paragraph(claim, report.text, colours=False).plain
    assert claim.passage.exact.removesuffix(".") in shown.replace("*", "")
    assert len(shown) < 1_500


def test_what_stands_behind_a_claim_is_shown(run: Run, filled: list[dict[str, Any]]) -> None:
    claim = filled[0]["id"]
    shown = run("show", claim, "--format", "table").out
    assert "what stands behind it" in shown
    assert "told by one report, one origin" in shown
    run("review", "accept", claim, "--by", "anna", "-m", "I was there")
    assert "review 1: accept by anna: I was there" in run("show", claim, "--format", "table").out
    told = json.loads(run("show", claim, "--format", "json").out)["backing"]
    assert [telling["claim"] for telling in told["tellings"]] == [claim]
    assert (len(told["origins"]), told["contested"], told["reviews"][0]["by"]) == (1, [], "anna")
    assert told["credibility"]["grade"] in {"2", "3", "4", "6"}
