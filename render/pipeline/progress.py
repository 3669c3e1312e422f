"""Progress: one event when a stage ends, to whoever listens."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """A stage that ended: which, whether it worked, and how long it took in seconds."""

    stage: str
    succeeded: bool
    seconds: float


Progress = Callable[[Event], None]


def quiet(_event: Event) -> None:
    """Listen to nothing."""


@contextmanager
def stage(name: str, progress: Progress) -> Iterator[None]:
    """Report the stage when the block ends; an exception passes through, reported as a failure."""
    begin, succeeded = time.perf_counter(), False
    try:
        yield
        succeeded = True
    finally:
        progress(Event(name, succeeded, time.perf_counter() - begin))
