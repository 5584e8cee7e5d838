"""Coding: Passage -> Claim | Rejection, one module a kind of knowledge, put together by ``coder``."""

from legation.coding.coder import CODER, Coded, code, coder
from legation.coding.dates.publication import dated
from legation.coding.layers import layers

__all__ = ["CODER", "Coded", "code", "coder", "dated", "layers"]
