"""The cues of a narration as timed text, in whole milliseconds."""

from __future__ import annotations

from render.narration import Narration
from render.sound.webvtt import TimedText


def timed_text(narration: Narration) -> tuple[TimedText, ...]:
    """A cue for each that sounds: what was written, or else what is said."""
    return tuple(
        TimedText(
            cue.id,
            narration.milliseconds(cue.begin),
            narration.milliseconds(cue.end),
            cue.text if cue.text.strip() else cue.spoken,
        )
        for cue in narration.cues
    )
