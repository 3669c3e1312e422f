"""The operating system's own voices on macOS and Windows, through pyttsx3.

pyttsx3 2.99 returns before its file exists, keeps old settings and crashes on long text:
so each utterance has a process of its own, and its file is believed only after a look.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import msgspec

from render.cage import Limits, run
from render.errors import EngineError, MissingEngineError
from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo
from render.sound.wave_file import read_sound
from render.voices.os_voice.verification import unbelievable

_ENGINE = "render.voices.os_voice.engine"
_LIMITS = Limits(wall_s=60.0, memory_bytes=2_000_000_000)
_HINT = "use `--voice espeak`, which needs nothing from the system"


def voices() -> tuple[VoiceInfo, ...]:
    """The system's voices; raises MissingEngineError where pyttsx3 finds none."""
    reply = run(f"{_ENGINE}:voices", b"", _LIMITS)
    found = msgspec.msgpack.decode(reply, type=tuple[tuple[str, str, str], ...])
    return tuple(VoiceInfo(name, lang, exact_words=False) for _, name, lang in found if lang)


def speak(
    requests: Sequence[SpeechRequest], voice_name: str | None, words_per_minute: int
) -> Iterator[Utterance]:
    """One utterance for each request, without word times.

    On Linux it is used only when a voice is named too (`--voice os:NAME`). Raises
    EngineError when the file is missing, silent or too short or long to be the text.
    """
    if sys.platform.startswith("linux") and voice_name is None:
        raise MissingEngineError("the voice 'os' is for macOS and Windows", hint=_HINT)
    for request in requests:
        order = (request.text, request.lang, voice_name, words_per_minute)
        reply = run(f"{_ENGINE}:synthesise", msgspec.msgpack.encode(order), _LIMITS)
        name, data = msgspec.msgpack.decode(reply, type=tuple[str, bytes])
        pcm, sample_rate_hz = read_sound(data, f"the file of the voice '{name}'")
        if doubt := unbelievable(pcm, sample_rate_hz, request.text, words_per_minute):
            raise EngineError(f"the voice 'os:{name}' made {doubt}", hint=_HINT)
        yield Utterance(bytes(pcm), sample_rate_hz, f"os:{name}")


VOICE = Voice(name="os", voices=voices, speak=speak)
