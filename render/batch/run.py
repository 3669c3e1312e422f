"""The order of a batch: skip what is valid, make the rest, try poison once more alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec

from render.batch.receipts import (
    STATE,
    known_failure,
    read_receipt,
    receipt_path,
    staging_folder,
    still_valid,
    would_be_same,
)
from render.batch.seat import settle
from render.batch.storage import Remote, is_address, remote
from render.batch.values import FormatFailure, Item, Order, Outcome, Receipt, Settings
from render.errors import InputError, MissingEngineError, OutputError
from render.pipeline.publish import sweep


class Executor(Protocol):
    """Where orders are carried out."""

    def outcomes(self, orders: Iterable[Order]) -> Iterator[tuple[Order, Outcome]]:
        """First attempts as they end; a bounded number of orders is taken ahead."""
        ...

    def alone(self, order: Order) -> Outcome:
        """A second attempt, with nothing beside it."""
        ...


@dataclass(frozen=True, slots=True)
class Policy:
    """Which articles are made: `force` makes valid ones too, `resume` leaves known failures.

    `fail_fast` takes no more articles after the first that fails. What is made goes to
    `destination`, where there is one; the output of the settings is then a place to work.
    """

    force: bool = False
    resume: bool = False
    fail_fast: bool = False
    destination: Remote | None = None


@dataclass(slots=True)
class Tally:
    """What a batch has come to so far; `failed` counts articles that lack any format."""

    done: int = 0
    skipped: int = 0
    failed: int = 0
    retried: int = 0
    worst: dict[str, int] = field(default_factory=dict)

    @property
    def ended(self) -> int:
        """The articles that need nothing more."""
        return self.done + self.skipped + self.failed


Listener = Callable[[Tally, Outcome | None], None]


def run(
    items: Iterable[Item],
    settings: Settings,
    executor: Executor,
    policy: Policy,
    listener: Listener,
) -> Tally:
    """Make every article, and give the tally. `listener` hears of each that ends.

    A skipped one has no outcome. Raises OutputError when the output cannot be written.
    """
    _sweep(Path(settings.output))
    batch = _Batch(settings, policy, listener)
    for order, outcome in executor.outcomes(batch.orders(items)):
        batch.take(order, outcome)
    for order in batch.again:
        if order.wait and batch.is_settled(order.item):
            batch.skip(order.item)
            continue
        outcome = executor.alone(order)
        batch.tally.retried += not order.wait
        if outcome.state == "busy":  # another run has made it while we waited
            batch.skip(order.item)
        else:
            batch.end(settle(outcome, order))
    # A worker of a killed run may have died only now.
    _sweep(Path(settings.output))
    return batch.tally


def _sweep(output: Path) -> None:
    try:
        sweep(staging_folder(output))
    except OSError as error:
        raise OutputError(
            f"cannot write '{output}': {(error.strerror or str(error)).lower()}",
            hint="check the room and the rights there, or choose another folder with -o",
        ) from error


@dataclass(slots=True)
class _Batch:
    """One run: its tally, and the orders that come once more at the end."""

    settings: Settings
    policy: Policy
    listener: Listener
    tally: Tally = field(default_factory=Tally)
    again: list[Order] = field(default_factory=list)
    _stopping: bool = False

    def orders(self, items: Iterable[Item]) -> Iterator[Order]:
        for listed in items:
            if self._stopping:
                return
            item = self._brought(listed)
            if item is None:
                continue
            if not self.policy.force and self.is_settled(item):
                self.skip(item)
            else:
                yield self.order(item)

    def order(self, item: Item) -> Order:
        return Order(item=item, settings=self.settings, even_if_valid=self.policy.force)

    def is_settled(self, item: Item) -> bool:
        receipt = self._receipt(item)
        if receipt is None:
            return False
        if self.policy.resume and known_failure(receipt, item, self.settings):
            return True
        if self.policy.destination:
            return would_be_same(receipt, item, self.settings) and self.policy.destination.is_whole(
                receipt
            )
        return still_valid(receipt, item, self.settings)

    def skip(self, item: Item) -> None:
        receipt = self._receipt(item)
        if receipt is not None and receipt.state != "done":
            self.tally.failed += 1
        else:
            self.tally.skipped += 1
            if receipt is not None:
                self._note(receipt.worst)
        self._forget(item)
        self.listener(self.tally, None)

    def take(self, order: Order, outcome: Outcome) -> None:
        """Settle a first attempt, or put it off: an engine may do better alone."""
        if outcome.state == "busy":
            self.again.append(msgspec.structs.replace(order, wait=True))
        elif outcome.state != "done" and outcome.may_pass:
            self.again.append(order)
            self._stopping = self._stopping or self.policy.fail_fast
        else:
            self.end(settle(outcome, order))

    def end(self, outcome: Outcome) -> None:
        if outcome.state == "done":
            self.tally.done += 1
        else:
            self.tally.failed += 1
            self._stopping = self._stopping or self.policy.fail_fast
        self._note(outcome.worst)
        self._forget(outcome.item)
        if self.policy.destination:
            self.policy.destination.send(outcome.item.name, Path(self.settings.output))
        self.listener(self.tally, outcome)

    def _note(self, worst: str) -> None:
        if worst:
            self.tally.worst[worst] = self.tally.worst.get(worst, 0) + 1

    def _receipt(self, item: Item) -> Receipt | None:
        output = Path(self.settings.output)
        if self.policy.destination:
            self.policy.destination.bring_receipt(item.name, output)
        return read_receipt(receipt_path(output, item.name))

    def _brought(self, item: Item) -> Item | None:
        """The item with its input here; None when it cannot be read, which is settled at once."""
        if not is_address(item.path):
            return item
        folder, _, name = item.path.rpartition("/")
        here = msgspec.structs.replace(item, path=str(self._spool(item) / name))
        try:
            remote(folder).bring(name, Path(here.path))
        except (InputError, MissingEngineError) as error:
            failure = FormatFailure("", type(error).__name__, error.message, error.hint)
            lost = Outcome(state="failed", item=here, failures=(failure,), worst="error")
            self.end(settle(lost, self.order(here)))
            return None
        return here

    def _forget(self, item: Item) -> None:
        spool = self._spool(item)
        if Path(item.path).parent == spool:
            shutil.rmtree(spool, ignore_errors=True)

    def _spool(self, item: Item) -> Path:
        return Path(self.settings.output) / STATE / "inputs" / item.name
