"""Learned weights under a lock file, and what reads with them."""

from legation.models.linker import Linker, linker
from legation.models.lock import LockedModel, locked
from legation.models.reader import Reader, reader
from legation.models.signals import Chances, Signals, Window
from legation.models.windows import packed

__all__ = ["Chances", "Linker", "LockedModel", "Reader", "Signals", "Window", "linker", "locked", "packed", "reader"]
