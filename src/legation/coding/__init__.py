"""Coding: Passage -> Claim | Rejection, one module a kind of knowledge, put together by ``coder``."""

from legation.coding.coder import CODER, Coded, code
from legation.coding.layers import layers
from legation.coding.publication import dated

__all__ = ["CODER", "Coded", "code", "dated", "layers"]
