"""Claims as JSON lines: the fields of design section 4, nothing changed or left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from legation.records import Claim, claim_to_dict


def claims_to_jsonl(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield one JSON object a claim, each with its line end."""
    for claim in claims:
        yield json.dumps(claim_to_dict(claim), ensure_ascii=False) + "\n"
