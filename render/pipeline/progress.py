"""Progress: an event when a stage ends, and now and then while a long one has not."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

# Hours of sound are minutes of coding: nobody should wonder whether it hangs.
_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Event:
    """A stage: whether it worked, None where it has not ended yet, after how many seconds."""

    stage: str
    succeeded: bool | None
    seconds: float


Progress = Callable[[Event], None]


def quiet(_event: Event) -> None:
    """Listen to nothing."""


@contextmanager
def stage(name: str, progress: Progress) -> Iterator[None]:
    """Report the stage when the block ends; an exception passes through, reported as a failure."""
    begin, succeeded = time.perf_counter(), False
    ended = threading.Event()
    watch = threading.Thread(target=_report, args=(name, progress, begin, ended), daemon=True)
    if progress is not quiet:
        watch.start()
    try:
        yield
        succeeded = True
    finally:
        ended.set()
        if progress is not quiet:
            watch.join()
        progress(Event(name, succeeded, time.perf_counter() - begin))


def _report(name: str, progress: Progress, begin: float, ended: threading.Event) -> None:
    while not ended.wait(_PATIENCE_S):
        progress(Event(name, None, time.perf_counter() - begin))
