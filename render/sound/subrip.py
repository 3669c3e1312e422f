"""SubRip subtitles: numbered cues of plain text in time."""

from __future__ import annotations

import re
from collections.abc import Iterable

from render.sound.webvtt import TimedText, timestamp

_BLANK = re.compile(r"\s*\n\s*")


def subrip(cues: Iterable[TimedText]) -> str:
    """The file. There is no way to escape, so an arrow or a tag in the text loses its point."""
    return "\n".join(_cue(number, cue) for number, cue in enumerate(cues, start=1))


def _cue(number: int, cue: TimedText) -> str:
    begin, end = (timestamp(ms, separator=",") for ms in (cue.begin_ms, cue.end_ms))
    text = _BLANK.sub("\n", cue.text.replace("\0", "")).strip()
    text = text.replace("-->", "→").replace("<", "‹").replace(">", "›")
    return f"{number}\n{begin} --> {end}\n{text}\n"
