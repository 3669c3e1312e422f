"""WebVTT (W3C): cues of text in time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimedText:
    """One cue: its name, its time in milliseconds and what it says.

    `words` are where words begin in the text, and when.
    """

    id: str
    begin_ms: int
    end_ms: int
    text: str
    words: tuple[tuple[int, int], ...] = ()


_BLANK = re.compile(r"\s*\n\s*")
_SPACES = re.compile(r"[^\S\n]+")


def webvtt(cues: Iterable[TimedText], notes: Iterable[str] = ()) -> str:
    """The file: header, comments, then the cues in order."""
    comments = [f"NOTE {_flat(note).replace('-->', '->')}" for note in notes]
    return "\n\n".join(["WEBVTT", *comments, *map(_cue, cues)]) + "\n"


def timestamp(milliseconds: int, *, separator: str = ".") -> str:
    """A time as `01:02:03.456`."""
    seconds, rest = divmod(milliseconds, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}{separator}{rest:03}"


def _cue(cue: TimedText) -> str:
    times = f"{timestamp(cue.begin_ms)} --> {timestamp(cue.end_ms)}"
    name = _flat(cue.id).replace("-->", "")
    text = _one_block("".join(_stamped(cue)))
    return f"{name}\n{times}\n{text}" if name else f"{times}\n{text}"


def _stamped(cue: TimedText) -> Iterator[str]:
    """The text, before each word its time: later than the last, inside the cue (4.2)."""
    done, latest_ms = 0, cue.begin_ms
    for char_begin, begin_ms in cue.words:
        if latest_ms < begin_ms < cue.end_ms and char_begin >= done:
            yield _escaped(cue.text[done:char_begin])
            yield f"<{timestamp(begin_ms)}>"
            done, latest_ms = char_begin, begin_ms
    yield _escaped(cue.text[done:])


def _escaped(text: str) -> str:
    """No `-->` or tag can hide in cue text (4.2.2)."""
    return text.replace("\0", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _one_block(text: str) -> str:
    """No blank line can end it early."""
    return _BLANK.sub("\n", _SPACES.sub(" ", text)).strip()


def _flat(text: str) -> str:
    return " ".join(text.replace("\0", "").split())
