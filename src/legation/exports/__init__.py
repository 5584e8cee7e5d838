"""Claims and briefs in the formats of others; nothing here reads or writes a file."""

from legation.exports.jsonl import claims_to_jsonl
from legation.exports.tabular import claims_to_csv

__all__ = ["claims_to_csv", "claims_to_jsonl"]
