"""The cluster executor: the same orders in chunks, on workers of `dask.distributed`.

Each of its processes keeps a killable worker of ours, so that an article that
crashes an engine costs Dask nothing; a machine that is lost costs its chunk a second start.
"""

from __future__ import annotations

import contextlib
import importlib
import itertools
import logging
import os
import queue
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from render.batch.seat import Seat
from render.batch.values import FormatFailure, Order, Outcome
from render.errors import EngineError, MissingEngineError

# 20 small articles take seconds, and handing a chunk over takes milliseconds.
CHUNK = 20
_CHUNKS_A_WORKER = 2
_CONNECTING_S = 20
# What it watches for its dashboard takes 6 % of a core for each worker; so it takes 1 %.
_CALM = {
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "2s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.tick.cycle": "10s",
}

_seats: queue.SimpleQueue[Seat] = queue.SimpleQueue()


@dataclass(frozen=True, slots=True)
class Dask:
    """The scheduler at `address`, or `workers` processes of this machine where it is empty."""

    address: str
    workers: int

    def outcomes(self, orders: Iterable[Order]) -> Iterator[tuple[Order, Outcome]]:
        """First attempts as their chunks end; few chunks are taken ahead."""
        chunks = _chunks(iter(orders))
        first = next(chunks, None)
        if first is None:  # all is valid already: no cluster for nothing
            return
        chunks = itertools.chain((first,), chunks)
        with self._client() as client:
            threads = sum(client.nthreads().values()) or 1
            waiting: dict[str, tuple[Order, ...]] = {}

            def submit() -> Iterator[Any]:
                for chunk in itertools.islice(chunks, 1):
                    future = client.submit(make_chunk, _packed(chunk), pure=False)
                    waiting[future.key] = chunk
                    yield future

            ahead = [each for _ in range(_CHUNKS_A_WORKER * threads) for each in submit()]
            ended = _distributed().as_completed(ahead, loop=client.loop)
            for future in ended:
                chunk = waiting.pop(future.key)
                outcomes = _outcomes(future, chunk)
                for following in submit():
                    ended.add(following)
                yield from zip(chunk, outcomes, strict=True)

    def alone(self, order: Order) -> Outcome:
        """A second attempt, with nothing of this batch beside it."""
        if not self.address:  # the cluster was this machine
            return Seat().make_alone(order)
        with self._client() as client:
            future = client.submit(make_alone, _packed((order,)), pure=False)
            return _outcomes(future, (order,))[0]

    @contextlib.contextmanager
    def _client(self) -> Iterator[Any]:
        distributed = _distributed()
        with contextlib.ExitStack() as held:
            where: Any = f"tcp://{self.address}"
            if not self.address:
                held.enter_context(importlib.import_module("dask").config.set(_CALM))
                where = held.enter_context(
                    distributed.LocalCluster(
                        n_workers=self.workers,
                        threads_per_worker=1,
                        host="127.0.0.1",
                        dashboard_address=None,
                        silence_logs=logging.ERROR,
                    )
                )
            try:
                client = distributed.Client(where, timeout=_CONNECTING_S, set_as_default=False)
            except OSError as error:
                raise EngineError(
                    f"no Dask scheduler answers at '{self.address}'",
                    hint="start one with `dask scheduler`, and workers with `dask worker`",
                ) from error
            yield held.enter_context(client)


def make_chunk(packed: bytes) -> bytes:
    """First attempts of the orders, one after the other; runs on the cluster."""
    seat = _seat()
    try:
        return msgspec.msgpack.encode([seat.make(order) for order in _unpacked(packed)])
    finally:
        _seats.put(seat)


def make_alone(packed: bytes) -> bytes:
    """Second attempts of the orders; runs on the cluster."""
    return msgspec.msgpack.encode([Seat().make_alone(order) for order in _unpacked(packed)])


def _distributed() -> Any:  # noqa: ANN401 (its types are partial)
    # It takes a second to import.
    try:
        return importlib.import_module("distributed")
    except ModuleNotFoundError as error:
        raise MissingEngineError(
            "the executor 'dask' is not installed",
            hint="install it with `pip install 'lisible[dask]'`",
        ) from error


def _seat() -> Seat:
    """A warm worker of this process that nobody uses, or a new one."""
    # Dask has its processes give freed memory back at once, for the sake of large arrays. Ours
    # would inherit that, and ask for the same pages again and again: a fifth of their time.
    os.environ.pop("MALLOC_TRIM_THRESHOLD_", None)
    try:
        return _seats.get_nowait()
    except queue.Empty:
        return Seat()


def _chunks(orders: Iterator[Order]) -> Iterator[tuple[Order, ...]]:
    while chunk := tuple(itertools.islice(orders, CHUNK)):
        yield chunk


def _packed(orders: tuple[Order, ...]) -> bytes:
    return msgspec.msgpack.encode([_absolute(order) for order in orders])


def _unpacked(packed: bytes) -> list[Order]:
    return msgspec.msgpack.decode(packed, type=list[Order])


def _absolute(order: Order) -> Order:
    """The order with paths that mean the same on another machine of shared storage."""
    settings, replace = order.settings, msgspec.structs.replace
    theme = Path(settings.theme)
    return replace(
        order,
        item=replace(
            order.item,
            path=os.path.abspath(order.item.path),  # noqa: PTH100
            raw_path=order.item.raw_path and os.path.abspath(order.item.raw_path),  # noqa: PTH100
        ),
        settings=replace(
            settings,
            output=str(Path(settings.output).absolute()),
            cache=settings.cache and str(Path(settings.cache).absolute()),
            theme=str(theme.absolute()) if (theme / "theme.toml").is_file() else settings.theme,
        ),
    )


def _outcomes(future: Any, chunk: tuple[Order, ...]) -> list[Outcome]:  # noqa: ANN401
    """What a chunk gave; where the cluster lost it too often, each article failed."""
    try:
        made = msgspec.msgpack.decode(future.result(), type=list[Outcome])
    except Exception as error:  # noqa: BLE001 (the border of the cluster)
        failure = FormatFailure("", "EngineError", f"the cluster lost it: {error}")
        return [
            Outcome(state="failed", item=order.item, failures=(failure,), worst="error")
            for order in chunk
        ]
    # Under the names the user gave, not those of another machine.
    return [
        msgspec.structs.replace(outcome, item=order.item)
        for outcome, order in zip(made, chunk, strict=True)
    ]
