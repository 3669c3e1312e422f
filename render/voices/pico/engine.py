"""Inside the cage: one utterance by SVOX Pico, in a process that has said nothing before.

Its bytes depend on what it said before, and after some histories it hangs.
"""

from __future__ import annotations

import os
import re

from render.errors import EngineError
from render.voices.pico.messages import decode_order

# At speed 1 it says 165 words a minute, at volume 0.3 it is as loud as eSpeak NG
# (-22.3 LUFS, measured), so that the two can take turns; at 1 it clips.
_WORDS_PER_MINUTE = 165
_VOLUME = 0.3
_SLOWEST, _FASTEST = 0.2, 5.0
# It takes angle brackets for tags of its own and has no way to escape them.
_MARKUP = re.compile(r"[<>&\x00]")
# It has hung on a run of 5,000 letters.
_LONG_RUN = re.compile(r"\S{60}")


def synthesise(payload: bytes) -> bytes:
    """The PCM for an order; called through the cage."""
    order = decode_order(payload)
    text = _LONG_RUN.sub(lambda match: f"{match.group()} ", _MARKUP.sub(" ", order.text))
    if not text.strip():
        return b""
    speed = min(max(order.words_per_minute / _WORDS_PER_MINUTE, _SLOWEST), _FASTEST)
    return _in_a_fork(text, order.voice, speed)


def _in_a_fork(text: str, voice: str, speed: float) -> bytes:
    from py_nanotts import NanoTTS  # optional: the pico extra

    if not hasattr(os, "fork"):
        # Windows: the cage's own process is all there is; bytes may differ by a few samples.
        return bytes(NanoTTS().speak(text, voice, speed=speed, volume=_VOLUME))
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(NanoTTS().speak(text, voice, speed=speed, volume=_VOLUME))
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        pcm = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise EngineError(f"pico failed on '{text[:40]}'", hint="use `--voice espeak`")
    return pcm
