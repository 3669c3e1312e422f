"""A narration without a voice: each unit of the speech plan is a tone, so that ears can be code."""

from __future__ import annotations

import array
import math

from render.model import Article
from render.narration import Cue, Narration
from render.speech.plan import plan

RATE_HZ = 22_050
PAUSE_S = 0.4
_SECONDS_A_WORD = 0.15


def tones(article: Article) -> Narration:
    """The article as tones of 440 Hz, as long as the words, with pauses between."""
    sound = array.array("h", _silence())
    cues: list[Cue] = []
    for unit in plan(article):
        begin = len(sound)
        sound.extend(_tone(len(unit.spoken.split()) * _SECONDS_A_WORD))
        cues.append(
            Cue(
                id=unit.id,
                begin=begin,
                end=len(sound),
                role=unit.role,
                text=unit.written,
                spoken=unit.spoken,
                lang=unit.lang,
                voice="tones:440",
                level=unit.level,
            )
        )
        sound.extend(_silence())
    return Narration(sound.tobytes(), RATE_HZ, tuple(cues))


def _silence() -> array.array[int]:
    return array.array("h", bytes(2 * round(PAUSE_S * RATE_HZ)))


def _tone(seconds: float) -> array.array[int]:
    count = round(seconds * RATE_HZ)
    wave = [round(9000 * math.sin(2 * math.pi * 440 * n / RATE_HZ)) for n in range(RATE_HZ // 22)]
    repeats = count // len(wave) + 1
    return array.array("h", (wave * repeats)[:count])
