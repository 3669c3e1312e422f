"""Inside the cage: one utterance by a freshly loaded eSpeak NG library.

The bytes that eSpeak NG 1.52 makes depend on what it said before (20 samples either
way), and no call of its own resets it. Loading and unloading the library for each
utterance costs 0.4 ms and makes every utterance the first.
"""

from __future__ import annotations

import ctypes

from render.errors import EngineError
from render.voices.espeak.binding import Library, WordEvent
from render.voices.espeak.wire import PHONEMES, Word, add_speech, decode_order

TYPE_CHECKING = False  # as `typing` has it, which is slow to load
if TYPE_CHECKING:
    from collections.abc import Callable

# eSpeak NG keeps paths in 160 bytes, and adds up to 40 of its own (measured: 165 fails).
_LONGEST_DATA_PATH = 120


def synthesise(payload: bytes) -> bytearray:
    """The speech for an order; called through the cage."""
    library_path, data_path, words_per_minute, texts = decode_order(payload)
    if len(data_path.encode()) > _LONGEST_DATA_PATH:
        return _through_a_link(library_path, data_path, words_per_minute, texts)
    return _speeches(library_path, data_path, words_per_minute, texts)


def _through_a_link(
    library_path: str, data_path: str, words_per_minute: int, texts: list[tuple[str, str]]
) -> bytearray:
    import tempfile  # not needed for most, and slow to load
    from pathlib import Path

    with tempfile.TemporaryDirectory(prefix="es-") as folder:
        link = Path(folder) / "espeak-ng-data"
        link.symlink_to(data_path, target_is_directory=True)
        return _speeches(library_path, str(link), words_per_minute, texts)


def _speeches(
    library_path: str, data_path: str, words_per_minute: int, texts: list[tuple[str, str]]
) -> bytearray:
    reply = bytearray()
    for voice_path, text in texts:
        library = _library(library_path, data_path)
        try:
            library.choose_voice(voice_path)
            library.set_speed(words_per_minute)
            add_speech(reply, _saying(library, text))
        finally:
            library.close()
    return reply


def _saying(library: Library, text: str) -> Callable[[bytearray], tuple[Word, ...]]:
    def say(pcm: bytearray) -> tuple[Word, ...]:
        begin = len(pcm)
        plain = text.removeprefix(PHONEMES)
        events = library.say(plain, pcm, phonemes=plain != text)
        return _words(plain, events, (len(pcm) - begin) // 2)

    return say


def _library(path: str, data_path: str) -> Library:
    try:
        handle = ctypes.CDLL(path)
    except OSError as error:
        raise EngineError(
            f"the eSpeak NG library does not load: {error}",
            hint="install it again with `pip install --force-reinstall espeakng-loader`",
        ) from error
    return Library(handle, data_path)


def _words(text: str, events: list[WordEvent], sample_count: int) -> tuple[Word, ...]:
    """The words of the text with their samples, each until the next begins.

    Several events on one run of letters (a number in figures) are one word, and so is a
    run of letters with none of its own (an elided article) with the word before it.
    """
    starts: list[tuple[int, int, int]] = []
    for char_begin, char_count, event_sample in sorted(events):
        begin = min(char_begin, len(text))
        end = min(begin + char_count, len(text))
        if begin >= end or (starts and begin < starts[-1][1]):
            continue
        sample = max(event_sample, starts[-1][2]) if starts else event_sample
        starts.append((begin, end, min(sample, sample_count)))
    ends = [sample for _, _, sample in starts[1:]] + [sample_count]
    return tuple((*word, end) for word, end in zip(starts, ends, strict=False))
