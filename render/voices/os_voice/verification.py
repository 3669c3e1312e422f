"""Whether a sound can be the speech of a text."""

from __future__ import annotations

from render.sound.pcm import Samples, audible

# Seconds for a character at the usual speed; figures and capitals take the upper end.
_SHORTEST_S, _LONGEST_S = 0.03, 0.15
_USUAL_WORDS_PER_MINUTE = 165
# A word alone has the engine's pauses around it, and figures are said at length.
_GRACE_S = 2.0
_FEW = 12


def unbelievable(pcm: Samples, sample_rate_hz: int, text: str, words_per_minute: int) -> str:
    """What is wrong with the sound, in words; empty when nothing is."""
    letters = sum(map(str.isalnum, text))
    if not letters:
        return ""
    first, last = audible(pcm, sample_rate_hz)
    start = " ".join(text.split())[:40]
    if first == last:
        return f"only silence for '{start}'"
    duration_s = (last - first) / sample_rate_hz
    pace = _USUAL_WORDS_PER_MINUTE / words_per_minute
    shortest = 0 if letters < _FEW else _SHORTEST_S * letters * pace
    longest = _LONGEST_S * len(text) * pace + _GRACE_S
    if any(map(str.isdigit, text)):
        longest += 0.7 * pace * sum(map(str.isdigit, text))
    if shortest <= duration_s <= longest:
        return ""
    return f"{duration_s:.1f} s of sound for '{start}', where {shortest:.1f} to {longest:.1f} fit"
