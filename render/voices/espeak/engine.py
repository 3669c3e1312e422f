"""Inside the cage: one utterance by a freshly loaded eSpeak NG library.

The bytes that eSpeak NG 1.52 makes depend on what it said before (20 samples either
way), and no call of its own resets it. Loading and unloading the library for each
utterance costs 0.4 ms and makes every utterance the first.
"""

from __future__ import annotations

import ctypes
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from render.errors import EngineError
from render.voices.espeak import catalogue
from render.voices.espeak.binding import SAMPLE_RATE_HZ, Library, WordEvent
from render.voices.espeak.messages import Speech, decode_order, encode_speech

# eSpeak NG keeps paths in 160 bytes, and adds up to 40 of its own (measured: 165 fails).
_LONGEST_DATA_PATH = 120


def synthesise(payload: bytes) -> bytes:
    """The speech for an order; called through the cage."""
    order = decode_order(payload)
    # NUL would end the text in C; the text gate has removed it long before.
    text = order.text.replace("\0", " ")
    with _short_data_path() as data, _library(data) as library:
        library.choose_voice(order.voice_path)
        library.set_speed(order.words_per_minute)
        pcm, events = library.say(text)
    return encode_speech(Speech(pcm, SAMPLE_RATE_HZ, _words(text, events, len(pcm) // 2)))


@contextmanager
def _library(data: Path) -> Iterator[Library]:
    path = catalogue.library_path()
    try:
        handle = ctypes.CDLL(str(path))
    except OSError as error:
        raise EngineError(
            f"the eSpeak NG library '{path.name}' does not load: {error}",
            hint="install it again with `pip install --force-reinstall espeakng-loader`",
        ) from error
    library = Library(handle, data)
    try:
        yield library
    finally:
        library.close()


@contextmanager
def _short_data_path() -> Iterator[Path]:
    path = catalogue.data_path()
    if len(str(path).encode()) <= _LONGEST_DATA_PATH:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="es-") as folder:
        link = Path(folder) / "espeak-ng-data"
        link.symlink_to(path, target_is_directory=True)
        yield link


def _words(
    text: str, events: list[WordEvent], sample_count: int
) -> tuple[tuple[int, int, int, int], ...]:
    """The words of the text with their samples, each until the next begins.

    Several events on one run of letters (a number in figures) are one word, and so is a
    run of letters with none of its own (an elided article) with the word before it.
    """
    starts: list[tuple[int, int, int]] = []
    for event in sorted(events, key=lambda event: (event.char_begin, event.sample)):
        begin, end = _clipped(text, event)
        if begin >= end or (starts and begin < starts[-1][1]):
            continue
        sample = max(event.sample, starts[-1][2]) if starts else event.sample
        starts.append((begin, end, min(sample, sample_count)))
    ends = [sample for _, _, sample in starts[1:]] + [sample_count]
    return tuple((*word, end) for word, end in zip(starts, ends, strict=False))


def _clipped(text: str, event: WordEvent) -> tuple[int, int]:
    begin = min(event.char_begin, len(text))
    return begin, min(begin + event.char_count, len(text))
