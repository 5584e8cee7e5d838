"""Numbers on relations, each with its formula and the claims behind it; pure functions of points."""

from legation.analysis.indices import ALIGNMENT, BALANCE, Month, alignment, months

__all__ = ["ALIGNMENT", "BALANCE", "Month", "alignment", "months"]
