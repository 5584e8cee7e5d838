"""The desk of ``tests/web`` for the API."""

from __future__ import annotations

from tests.web.conftest import app, client, place, read_record

__all__ = ["app", "client", "place", "read_record"]
