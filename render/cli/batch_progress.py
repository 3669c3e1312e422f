"""Progress of a batch: articles ended, rate, time left and failures so far."""

from __future__ import annotations

import os
import sys
import time
from pathlib import PurePath
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click

if TYPE_CHECKING:
    from render.batch.run import Tally
    from render.batch.values import Outcome

# Often enough to see that it lives, rare enough for a screen reader and a log.
_PLAIN_EVERY_S = 10.0
# Below this a rate says little.
_SETTLED_AFTER = 5


class BatchProgress:
    """Hears of each article and tells: failures at once, the rest as a line or now and then."""

    def __init__(self, total: int | None, *, plain: bool, quiet: bool) -> None:
        self._total = total
        self._quiet = quiet
        self._plain = plain or not _interactive()
        self._begin = self._told = time.monotonic()
        self._status: Any = None

    def __enter__(self) -> Self:
        if not (self._plain or self._quiet):
            # rich takes 60 ms to import: only for eyes.
            from rich.console import Console

            self._status = Console(stderr=True).status("reading the list of articles")
            self._status.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._status is not None:
            self._status.__exit__(kind, error, traceback)

    def hear(self, tally: Tally, outcome: Outcome | None) -> None:
        """Hear of one article that ended; None is one that was valid already."""
        if outcome is not None and outcome.state != "done":
            for failure in outcome.failures[:3]:
                what = f"{failure.format}: " if failure.format else ""
                # Messages of readers begin with the bare name of the file.
                name = PurePath(outcome.item.path).name
                message = failure.message.removeprefix(f"{name}: ")
                click.echo(f"lisible: {outcome.item.id}: {what}{message}", err=True)
        if self._quiet:
            return
        now = time.monotonic()
        if self._status is not None:
            self._status.update(self.line(tally, now - self._begin))
        elif now - self._told >= _PLAIN_EVERY_S:
            self._told = now
            click.echo(self.line(tally, now - self._begin), err=True)

    def line(self, tally: Tally, seconds: float) -> str:
        """The state of the batch in words."""
        of = f" of {self._total}" if self._total is not None else ""
        parts = [f"{tally.ended}{of} articles"]
        made = tally.done + tally.failed
        if made >= _SETTLED_AFTER and seconds > 0:
            rate = made / seconds
            parts.append(f"{rate:.1f} a second")
            if self._total is not None:
                parts.append(f"{_duration((self._total - tally.ended) / rate)} left")
        if tally.failed:
            parts.append(f"{tally.failed} failed")
        return ", ".join(parts)


def _interactive() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
