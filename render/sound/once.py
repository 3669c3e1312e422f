"""Work that several threads ask for at the same time, done once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future


class Once:
    """The latest results, up to so many bytes; whoever asks for one being made waits for it."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._results: OrderedDict[Hashable, Future[bytes]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The result for a key, made now if it is not there; a failure is not kept."""
        with self._lock:
            future = self._results.get(key)
            mine = future is None
            if future is None:
                future = self._results[key] = Future()
            self._results.move_to_end(key)
        if mine:
            self._make(key, future, make)
        return future.result()

    def _make(self, key: Hashable, future: Future[bytes], make: Callable[[], bytes]) -> None:
        try:
            future.set_result(make())
        except BaseException as error:  # Ctrl-C too: others are waiting.
            with self._lock:
                self._results.pop(key, None)
            future.set_exception(error)
            raise
        with self._lock:
            self._forget_the_oldest()

    def _forget_the_oldest(self) -> None:
        size = sum(len(each.result()) for each in self._results.values() if each.done())
        for key, future in list(self._results.items())[:-1]:
            if size <= self._most_bytes:
                return
            if future.done():
                size -= len(future.result())
                del self._results[key]
