"""Language: Report -> sentences, tokens, mentions, quotations, phrases and predicates."""

from legation.language.analysis import analyse

__all__ = ["analyse"]
