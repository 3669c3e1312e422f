"""Who is making an article now, told between the processes that share an output."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from render.batch.receipts import STATE


@contextmanager
def claimed(output: Path, name: str, *, wait: bool) -> Iterator[bool]:
    """Whether the article called `name` is ours alone while this lasts.

    The system gives the claim up when its process ends, in whatever way. Where files
    cannot be locked everyone has every article, and the last of equal editions stays.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield True
        return
    # A few thousand files serve any number of articles; two that share one wait in turn.
    bucket = hashlib.sha256(name.encode()).hexdigest()[:3]
    path = output / STATE / "claims" / bucket
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        except OSError:  # a file system without locks
            yield True
            return
        yield True
