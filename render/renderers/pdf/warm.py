"""One warm cage for this process, so that a batch imports the engine once.

The engine holds no article between calls; what stays is its code, fonts and parsed style.
"""

from __future__ import annotations

import atexit
import threading

from render.cage import Limits, Worker, run

_worker = Worker()
_lock = threading.Lock()


def call(target: str, payload: bytes, *, wall_s: float, memory_bytes: int) -> bytes:
    """As `cage.run`, in the warm cage, or in one of its own while that one is busy."""
    limits = Limits(wall_s, memory_bytes)
    if not _lock.acquire(blocking=False):
        return run(target, payload, limits)
    try:
        return _worker.call(target, payload, limits)
    finally:
        _lock.release()


atexit.register(_worker.close)
