"""A voice that says nothing: a soft tone as long as the text, the same bytes everywhere.

It needs no engine, so tests and layouts of timed text can do without one.
"""

from __future__ import annotations

import array
import math
import re
import sys
from collections.abc import Iterator, Sequence

from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo

_SAMPLE_RATE_HZ = 22050
_TONE_HZ = 220.5
_AMPLITUDE = 1500
# Figures and signs are said in more syllables than they have characters.
_CHARACTERS_PER_WORD = 6.0
_WORD = re.compile(r"\S+")


def voices() -> tuple[VoiceInfo, ...]:
    """Its one voice, for any language."""
    return (VoiceInfo(name="tone", lang="mul", exact_words=True),)


def speak(
    requests: Sequence[SpeechRequest], _voice_name: str | None, words_per_minute: int
) -> Iterator[Utterance]:
    """A tone for each request, whose words sound in proportion to their characters."""
    per_character = 60 / (_CHARACTERS_PER_WORD * words_per_minute) * _SAMPLE_RATE_HZ
    for request in requests:
        words = tuple(
            (
                match.start(),
                match.end(),
                round(match.start() * per_character),
                round(match.end() * per_character),
            )
            for match in _WORD.finditer(request.text)
        )
        count = round(len(request.text) * per_character)
        yield Utterance(_tone(count), _SAMPLE_RATE_HZ, "silent:tone", words)


def _tone(count: int) -> bytes:
    period = round(_SAMPLE_RATE_HZ / _TONE_HZ)
    wave = array.array(
        "h", (round(_AMPLITUDE * math.sin(2 * math.pi * step / period)) for step in range(period))
    )
    if sys.byteorder == "big":
        wave.byteswap()
    return (wave.tobytes() * (count // period + 1))[: 2 * count]


VOICE = Voice(name="silent", voices=voices, speak=speak)
