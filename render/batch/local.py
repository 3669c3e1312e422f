"""The local executor: as many workers as asked for, each with one article at a time."""

from __future__ import annotations

import queue
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from render.batch.seat import Seat
from render.batch.values import Order, Outcome

# Enough that no worker waits for the list of articles, and few enough to forget.
_ORDERS_A_WORKER = 3


@dataclass(frozen=True, slots=True)
class Local:
    """Workers on this machine."""

    workers: int

    def outcomes(self, orders: Iterable[Order]) -> Iterator[tuple[Order, Outcome]]:
        """First attempts as they end, in any order; few orders are taken ahead."""
        seats: queue.SimpleQueue[Seat] = queue.SimpleQueue()
        every = [Seat() for _ in range(self.workers)]
        for seat in every:
            seats.put(seat)

        def make(order: Order) -> Outcome:
            seat = seats.get()
            try:
                return seat.make(order)
            finally:
                seats.put(seat)

        pool = ThreadPoolExecutor(self.workers)
        try:
            waiting: dict[Future[Outcome], Order] = {}
            for order in orders:
                waiting[pool.submit(make, order)] = order
                if len(waiting) >= _ORDERS_A_WORKER * self.workers:
                    yield from _ended(waiting)
            while waiting:
                yield from _ended(waiting)
        finally:
            # Also when whoever listens has heard enough, or was interrupted.
            pool.shutdown(wait=False, cancel_futures=True)
            for seat in every:
                seat.close()
            pool.shutdown(wait=True)
            for seat in every:  # one may have taken an order, and a worker, at that moment
                seat.close()

    def alone(self, order: Order) -> Outcome:
        """A second attempt, with nothing beside it."""
        return Seat().make_alone(order)


def _ended(waiting: dict[Future[Outcome], Order]) -> Iterator[tuple[Order, Outcome]]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        yield waiting.pop(future), future.result()
