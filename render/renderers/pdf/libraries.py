"""WeasyPrint's system libraries, found by the loader alone.

WeasyPrint 70 tries names of other systems first. For each of them cffi asks ctypes, which
runs ldconfig, gcc and ld: 54 processes before the first page.
"""

from __future__ import annotations

import ctypes.util
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

# By the names that WeasyPrint tries for Linux.
_NEEDED = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)
_ALL = ("gobject", "pango", "harfbuzz", "fontconfig")


@cache
def load_engine() -> None:
    """Import WeasyPrint, asking no other program where the loader knows all it needs."""
    # Elsewhere it costs no process to ask.
    if sys.platform == "linux" and all(map(_is_known, _NEEDED)):
        with _asking_nobody():
            importlib.import_module("weasyprint")


def _is_known(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


@contextmanager
def _asking_nobody() -> Iterator[None]:
    find = ctypes.util.find_library

    def find_others(name: str) -> str | None:
        return None if any(part in name for part in _ALL) else find(name)

    ctypes.util.find_library = find_others
    try:
        yield
    finally:
        ctypes.util.find_library = find
