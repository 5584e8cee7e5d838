from __future__ import annotations

import json

from tests.store import factories as make

from legation.exports import claims_to_jsonl
from legation.records import claim_from_dict, claim_to_dict


def test_a_claim_is_one_line_and_comes_back_whole() -> None:
    claim = make.claim(make.report('He said:\n"Grüße" — and left.'))
    (line,) = claims_to_jsonl([claim])
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert json.loads(line) == claim_to_dict(claim)
    assert claim_from_dict(json.loads(line), claim.report) == claim
    assert "Grüße" in line


def test_no_claims_give_no_lines() -> None:
    assert list(claims_to_jsonl([])) == []
