"""The track being recorded: sounds and silences joined, every join at a known sample."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from render.sound.pcm import silence
from render.spool import Spool


class Track:
    """Mono 16-bit samples that only grow.

    Silences are held back, so that only the longest of those in a row is recorded.
    """

    def __init__(self, sample_rate_hz: int) -> None:
        self.sample_rate_hz = sample_rate_hz
        self.length = 0
        self._sounds = Spool()
        self._pause_s = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._sounds.close()

    def pause(self, duration_s: float) -> None:
        """Be silent for at least this long before the next sound."""
        self._pause_s = max(self._pause_s, duration_s)

    def begin_sound(self) -> int:
        """Record the silence that is due; the sample at which the next sound begins."""
        self._record(silence(self._pause_s, self.sample_rate_hz))
        self._pause_s = 0.0
        return self.length

    def add(self, pcm: bytes) -> int:
        """Record a sound after the silence that is due; the sample at which it begins."""
        begin = self.begin_sound()
        self._record(pcm)
        return begin

    def view(self) -> memoryview:
        """All of it, with the silence still due; nothing can be recorded after."""
        self.begin_sound()
        return self._sounds.view()

    def _record(self, pcm: bytes) -> None:
        self._sounds.add(pcm)
        self.length += len(pcm) // 2
