"""The cache: results named by all that made them, shared by processes, checked when read."""

from render.cache.memory import NOTHING_REMEMBERED, Memory
from render.cache.store import Holdings, Store

__all__ = ["NOTHING_REMEMBERED", "Holdings", "Memory", "Store"]
