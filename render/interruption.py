"""What must not outlive an interrupted command: processes and files that its threads hold.

A thread cannot be stopped from outside, and an interpreter that ends waits for all of them: an
edition of eight articles obeyed Ctrl-C after 33 s. So the command ends under its threads
(`render/cli/main.py`), and what they hold is undone before.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Hashable
from functools import partial
from typing import TypeVar

Held = TypeVar("Held", bound=Hashable)

_gate = threading.Lock()
_held: dict[Hashable, Callable[[], object]] = {}


def hold(begin: Callable[[], Held], undo: Callable[[Held], object]) -> Held:
    """What `begin` gives; `undo` ends it with an interrupted command, unless it was let go."""
    with _gate:
        held = begin()
        _held[held] = partial(undo, held)
    return held


def let_go(held: Hashable) -> None:
    """Forget what has come to its own end."""
    _held.pop(held, None)


def undo_all() -> None:
    """Undo all that is held, the latest first; only for a process that ends next.

    Whoever would hold something from now on waits for that end.
    """
    _gate.acquire()
    for undo in reversed([*_held.values()]):
        # One that is gone already keeps none of the others.
        with contextlib.suppress(Exception):
            undo()
