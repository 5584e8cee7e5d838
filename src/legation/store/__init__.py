"""The record in a database: SQLite in a file, or PostgreSQL; the only room that speaks SQL."""

from legation.store.candidates import Reach, Unlinked
from legation.store.queries import StoredRejection
from legation.store.query import ClaimQuery, Order
from legation.store.queue import Waiting
from legation.store.record import Record, open_record
from legation.store.rows import REVIEWER
from legation.store.search import Hit
from legation.store.snapshots import Difference
from legation.store.writers import Added

__all__ = [
    "REVIEWER",
    "Added",
    "ClaimQuery",
    "Difference",
    "Hit",
    "Order",
    "Reach",
    "Record",
    "StoredRejection",
    "Unlinked",
    "Waiting",
    "open_record",
]
