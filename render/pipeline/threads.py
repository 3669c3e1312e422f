"""Who works: threads side by side, or the one that asks.

Steps that are Python hold the interpreter from each other: with two threads for its checks
a small article took 5 % more processor time, all formats made, and no less on the clock.
A long one, of which engines let go of the interpreter for longer, is checked in three quarters
of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def threads(most: int, *, at_once: bool) -> Executor:
    """At most so many threads; unless `at_once`, the caller's own does each piece when asked."""
    return ThreadPoolExecutor(max_workers=most) if at_once else _InTurn()


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
