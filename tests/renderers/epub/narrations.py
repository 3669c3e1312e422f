"""A narration without a voice: each sentence is a tone, so that ears can be code."""

from __future__ import annotations

import array
import math
from collections.abc import Iterator

from render.model import Article, Described, Image, Math, Span
from render.model.walk import plain_text, walk
from render.narration import Cue, Narration

RATE_HZ = 22_050
PAUSE_S = 0.4
_SECONDS_A_WORD = 0.15


def tones(article: Article) -> Narration:
    """The article as tones of 440 Hz, as long as the words, with pauses between."""
    sound = array.array("h", _silence())
    cues: list[Cue] = []
    for key, text in _said(article):
        begin = len(sound)
        sound.extend(_tone(len(text.split()) * _SECONDS_A_WORD))
        cues.append(
            Cue(
                id=key,
                begin=begin,
                end=len(sound),
                role="sentence",
                text=text,
                spoken=text,
                lang=article.meta.lang,
                voice="tones:440",
            )
        )
        sound.extend(_silence())
    return Narration(memoryview(sound.tobytes()), RATE_HZ, tuple(cues))


def _said(article: Article) -> Iterator[tuple[str, str]]:
    """Element id and words of all that a voice says, in the order it says it."""
    meta = article.meta
    if kicker := meta.kicker or meta.section:
        yield "kicker", kicker
    bylines = [("byline", ", ".join(author.name for author in meta.authors))]
    for node in walk(article):
        if isinstance(node, Span) and node.kind == "sentence":
            if not str(node.id).startswith(("title-", "deck-")):
                yield from bylines
                bylines = []
            yield node.id or "", plain_text(node.children)
        elif isinstance(node, Image) and isinstance(node.alt, Described):
            yield node.id or "", node.alt.text
        elif isinstance(node, Math):
            yield node.id or "", node.alt


def _silence() -> array.array[int]:
    return array.array("h", bytes(2 * round(PAUSE_S * RATE_HZ)))


def _tone(seconds: float) -> array.array[int]:
    count = round(seconds * RATE_HZ)
    wave = [round(9000 * math.sin(2 * math.pi * 440 * n / RATE_HZ)) for n in range(RATE_HZ // 22)]
    repeats = count // len(wave) + 1
    return array.array("h", (wave * repeats)[:count])
