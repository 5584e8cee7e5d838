"""The door for programs: the record as JSON and CSV, with stable ids, pages and ETags."""

from legation.api.routes import router

__all__ = ["router"]
