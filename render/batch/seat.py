"""One seat: a worker, what it may use, and what its end means for the article it had."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec

from render.batch.quarantine import quarantine, release
from render.batch.receipts import failed_receipt, write_receipt
from render.batch.values import FormatFailure, Limit, Order, Outcome
from render.cage import Limits, Worker
from render.errors import EngineError, OutputError

_TARGET = "render.batch.work:make"
# Engines leak a little; a fresh worker every so often keeps the memory flat.
_ARTICLES_EACH = 500


class Seat:
    """A worker with a place of its own; one caller at a time."""

    def __init__(self) -> None:
        self._worker = Worker()
        self._made = 0

    def make(self, order: Order) -> Outcome:
        """The outcome of a first attempt; what an engine's fault spoilt is not settled yet."""
        return self._call(order, order.settings.limit_in_all())

    def make_alone(self, order: Order) -> Outcome:
        """The outcome of a second attempt, in a fresh worker, each engine in its own cage.

        When that fails as a whole, each format is tried by itself under its own limit,
        and those that can be made are.
        """
        if order.wait:  # it never had a first
            outcome = self.make(order)
            if outcome.state == "done" or not outcome.may_pass:
                self.close()
                return outcome
        careful = msgspec.structs.replace(order, engines_here=False, attempt=2, wait=True)
        self.close()
        outcome = self._call(careful, order.settings.limit_in_all())
        if outcome.state == "failed" and outcome.may_pass:
            outcome = self._salvaged(careful, outcome)
        self.close()
        return outcome

    def close(self) -> None:
        """End the worker; the next order starts another."""
        self._worker.close()
        self._made = 0

    def _salvaged(self, order: Order, whole: Outcome) -> Outcome:
        settings = order.settings
        if len(settings.to) == 1:  # it was by itself
            return whole
        lost: list[FormatFailure] = []
        for name in settings.to:
            trial = msgspec.structs.replace(
                order, trial=True, settings=msgspec.structs.replace(settings, to=(name,))
            )
            tried = self._call(trial, trial.settings.limit_in_all())
            lost += [
                FormatFailure(name, failure.kind, failure.message, failure.hint)
                for failure in tried.failures[:1]
            ]
        if len(lost) in (0, len(settings.to)):
            return whole
        return self._call(msgspec.structs.replace(order, lost=tuple(lost)), settings.limit_in_all())

    def _call(self, order: Order, limit: Limit) -> Outcome:
        if self._made >= _ARTICLES_EACH:
            self.close()
        self._made += 1
        begin = time.perf_counter()
        try:
            reply = self._worker.call(
                _TARGET, msgspec.msgpack.encode(order), Limits(limit.wall_s, limit.memory_bytes)
            )
        except EngineError as error:
            message = error.message.replace(f"'{_TARGET}'", "the worker")
            failure = FormatFailure("", "EngineError", message, error.hint)
            return Outcome(
                state="failed",
                item=order.item,
                attempt=order.attempt,
                failures=(*order.lost, failure),
                worst="error",
                seconds=time.perf_counter() - begin,
            )
        return msgspec.msgpack.decode(reply, type=Outcome)


def settle(outcome: Outcome, order: Order) -> Outcome:
    """Write down what an article came to: out of quarantine, or into it with a receipt."""
    output = Path(order.settings.output)
    if outcome.state == "done":
        release(outcome.item.name, output)
    elif outcome.state in ("failed", "partial"):
        try:
            quarantine(outcome, output)
        except OutputError as error:  # notes that somebody left there stop no batch
            kept = FormatFailure("quarantine", "OutputError", error.message, error.hint)
            outcome = msgspec.structs.replace(outcome, failures=(*outcome.failures, kept))
        if outcome.state == "failed":
            write_receipt(failed_receipt(outcome, order), output)
    return outcome
