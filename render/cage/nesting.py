"""Engines without a cage of their own, in a process that is a cage already.

A worker that makes a whole article is killed as a whole, so a second process for each
engine would protect nothing more, and costs the start of an engine for every article.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from render.cage import child

_engines_here = False


def is_caged() -> bool:
    """Whether this process is the child of a supervisor."""
    main = getattr(sys.modules.get("__main__"), "__file__", None)
    return main is not None and Path(main) == Path(child.__file__)


@contextmanager
def engines_here() -> Iterator[None]:
    """While this lasts, calls to any worker run in this process, under the limits it has.

    Raises RuntimeError outside a cage, where a crash would take the user's process along.
    """
    global _engines_here  # noqa: PLW0603 (a fact about the process)
    if not is_caged():
        raise RuntimeError("this process is not a cage")
    _engines_here = True
    try:
        yield
    finally:
        _engines_here = False


def are_engines_here() -> bool:
    """Whether a call must run in this process."""
    return _engines_here
