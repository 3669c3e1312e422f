"""Progress: an event when a stage ends, and now and then while a long one has not."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
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


@dataclass(frozen=True, slots=True)
class AtTheEnd:
    """Tells a listener when stages end, and nothing while they last."""

    listen: Progress

    def __call__(self, event: Event) -> None:
        """Pass the event on."""
        self.listen(event)


@contextmanager
def stage(name: str, progress: Progress) -> Iterator[None]:
    """Report the stage when the block ends; an exception passes through, reported as a failure."""
    begin, succeeded = time.perf_counter(), False
    is_watched = progress is not quiet and not isinstance(progress, AtTheEnd)
    try:
        with _watch(name, progress, begin) if is_watched else nullcontext():
            yield
        succeeded = True
    finally:
        progress(Event(name, succeeded, time.perf_counter() - begin))


@contextmanager
def _watch(name: str, progress: Progress, begin: float) -> Iterator[None]:
    ended = threading.Event()

    def report() -> None:
        while not ended.wait(_PATIENCE_S):
            progress(Event(name, None, time.perf_counter() - begin))

    thread = threading.Thread(target=report, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
