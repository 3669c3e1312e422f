"""WebVTT (W3C): cues of text in time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimedText:
    """One cue: its name, its time in milliseconds and what it says."""

    id: str
    begin_ms: int
    end_ms: int
    text: str


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
    return f"{name}\n{times}\n{_escaped(cue.text)}" if name else f"{times}\n{_escaped(cue.text)}"


def _escaped(text: str) -> str:
    """Cue text: no blank line can end it early, no `-->` or tag can hide in it (4.2)."""
    lines = _BLANK.sub("\n", _SPACES.sub(" ", text.replace("\0", ""))).strip()
    return lines.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _flat(text: str) -> str:
    return " ".join(text.replace("\0", "").split())
