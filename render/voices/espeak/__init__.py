"""eSpeak NG: the voice that comes with Lisible, for about 110 languages, with exact word times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from render.cage import Limits, Worker
from render.errors import EngineError
from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo
from render.voices.espeak import catalogue
from render.voices.espeak.messages import Order, decode_speech, encode_order

_TARGET = "render.voices.espeak.engine:synthesise"
_MEMORY_BYTES = 2_000_000_000
# Five hundred times slower than measured, so that only a hang is stopped.
_WALL_S, _WALL_S_PER_CHARACTER = 10.0, 0.02


def voices() -> tuple[VoiceInfo, ...]:
    """Every voice of the installed data; raises MissingEngineError when it is not installed."""
    return tuple(
        VoiceInfo(name=file.name, lang=lang, exact_words=True)
        for file in catalogue.files()
        for lang in file.langs
    )


def speak(
    requests: Sequence[SpeechRequest], voice_name: str | None, words_per_minute: int
) -> Iterator[Utterance]:
    """One utterance for each request; the bytes of one never depend on its neighbours.

    Raises MissingEngineError for a language or voice it does not have, and EngineError
    when the engine crashes, hangs or says nothing where there are letters or digits.
    """
    with Worker() as worker:
        for request in requests:
            file = catalogue.choose(request.lang, voice_name)
            order = Order(request.text, file.path, words_per_minute)
            wall_s = _WALL_S + _WALL_S_PER_CHARACTER * len(request.text)
            reply = worker.call(_TARGET, encode_order(order), Limits(wall_s, _MEMORY_BYTES))
            speech = decode_speech(reply)
            if not speech.pcm and any(map(str.isalnum, request.text)):
                raise EngineError(
                    f"espeak said nothing for '{request.text[:40]}'",
                    hint="try another voice with `--voice`; `lisible voices` lists them",
                )
            yield Utterance(
                pcm=speech.pcm,
                sample_rate_hz=speech.sample_rate_hz,
                voice=f"espeak:{file.name}",
                words=speech.words,
            )


VOICE = Voice(name="espeak", voices=voices, speak=speak)
