"""Learned weights under a lock file, and what reads with them."""

from legation.models.lock import LockedModel, locked
from legation.models.reader import Reader, reader
from legation.models.signals import Chances, Signals, Window
from legation.models.windows import packed

__all__ = ["Chances", "LockedModel", "Reader", "Signals", "Window", "locked", "packed", "reader"]
