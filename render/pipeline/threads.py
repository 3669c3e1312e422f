"""Who works: threads side by side, or the one that asks.

Steps that are Python hold the interpreter from each other: with two threads for its checks
a small article took 5 % more processor time, all formats made, and no less on the clock.
A long one, of which engines let go of the interpreter for longer, is checked in three quarters
of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


@contextmanager
def threads(most: int, *, at_once: bool) -> Iterator[Executor]:
    """At most so many threads; unless `at_once`, the caller's own does each piece when asked.

    All work has ended with the block, unless that was interrupted: then nothing is begun any
    more, and nobody waits for what was.
    """
    if not at_once:
        yield _InTurn()
        return
    pool = ThreadPoolExecutor(max_workers=most)
    try:
        yield pool
        pool.shutdown()
    except BaseException as error:
        is_interrupted = not isinstance(error, Exception)
        pool.shutdown(wait=not is_interrupted, cancel_futures=is_interrupted)
        raise


class _InTurn(Executor):
    def submit(
        self, work: Callable[Given, Result], /, *given: Given.args, **named: Given.kwargs
    ) -> Future[Result]:
        future: Future[Result] = Future()
        try:
            future.set_result(work(*given, **named))
        except Exception as error:  # noqa: BLE001 (whoever asks for the result gets it)
            future.set_exception(error)
        return future
