"""The cues of a narration as timed text, in whole milliseconds."""

from __future__ import annotations

from render.narration import Narration
from render.sound.webvtt import TimedText


def timed_text(narration: Narration, *, words: bool = False) -> tuple[TimedText, ...]:
    """A cue for each that sounds: what was written, or else what is said.

    With `words`, also when each word of what was written begins.
    """
    return tuple(
        TimedText(
            cue.id,
            narration.milliseconds(cue.begin),
            narration.milliseconds(cue.end),
            cue.text if cue.text.strip() else cue.spoken,
            tuple((word.char_begin, narration.milliseconds(word.begin)) for word in cue.words)
            if words and cue.text.strip()
            else (),
        )
        for cue in narration.cues
    )
