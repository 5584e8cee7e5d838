"""How hypothesis searches: the same examples on every run, or new ones with LEGATION_SEARCH=1."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_SLOW = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
settings.register_profile(
    "steady", derandomize=True, database=None, deadline=None, max_examples=60, suppress_health_check=_SLOW
)
settings.register_profile("search", deadline=None, max_examples=500, suppress_health_check=_SLOW)
settings.load_profile("search" if os.environ.get("LEGATION_SEARCH") else "steady")
