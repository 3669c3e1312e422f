"""SVOX Pico: an embedded voice for six languages, clearer than eSpeak NG, without word times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec

from render.cage import Limits, Worker
from render.errors import EngineError, MissingEngineError, UsageError
from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo
from render.voices.pico.messages import SAMPLE_RATE_HZ, Order, encode_order

_TARGET = "render.voices.pico.engine:synthesise"
_MEMORY_BYTES = 1_000_000_000
# A hundred times slower than measured; it has hung on long runs of letters.
_WALL_S, _WALL_S_PER_CHARACTER = 10.0, 0.02
_INSTALL = "install it with `pip install 'lisible[pico]'`, or use `--voice espeak`"

# By language, its own region first, then those whose speakers follow it.
_VOICES = ("de-DE", "en-GB", "en-US", "es-ES", "fr-FR", "it-IT")
_AMERICAN = frozenset({"en-us", "en-ca", "en-ph"})


def voices() -> tuple[VoiceInfo, ...]:
    """Its six voices; raises MissingEngineError when it is not installed."""
    _require()
    return tuple(VoiceInfo(name=name, lang=name, exact_words=False) for name in _VOICES)


def speak(
    requests: Sequence[SpeechRequest], voice_name: str | None, words_per_minute: int
) -> Iterator[Utterance]:
    """One utterance for each request; scripts it does not know come out silent.

    Raises MissingEngineError for a language it does not speak, EngineError when it
    crashes or hangs.
    """
    _require()
    named = _named(voice_name) if voice_name else None
    with Worker() as worker:
        for request in requests:
            name = _voice_for(request.lang, named)
            order = encode_order(Order(request.text, name, words_per_minute))
            wall_s = _WALL_S + _WALL_S_PER_CHARACTER * len(request.text)
            try:
                pcm = worker.call(_TARGET, order, Limits(wall_s, _MEMORY_BYTES))
            except EngineError as error:
                raise EngineError(
                    f"the voice 'pico' failed: {error.message}",
                    hint="the other formats are not affected; try another with `--voice`",
                ) from error
            yield Utterance(pcm=pcm, sample_rate_hz=SAMPLE_RATE_HZ, voice=f"pico:{name}")


def _require() -> None:
    if find_spec("py_nanotts") is None:
        raise MissingEngineError("the voice 'pico' is not installed", hint=_INSTALL)


def _named(voice_name: str) -> str:
    for name in _VOICES:
        if name.lower() == voice_name.lower():
            return name
    raise UsageError(
        f"pico has no voice called '{voice_name}'", hint=f"there are: {', '.join(_VOICES)}"
    )


def _voice_for(lang: str, named: str | None) -> str:
    """The named voice for its own language, else the best for `lang`."""
    tag = lang.replace("_", "-").lower()
    primary = tag.partition("-")[0]
    if named and named.lower().startswith(f"{primary}-"):
        return named
    if primary == "en":
        return "en-US" if tag in _AMERICAN else "en-GB"
    for name in _VOICES:
        if name.startswith(f"{primary}-"):
            return name
    raise MissingEngineError(
        f"pico has no voice for the language '{lang}'",
        hint="use `--voice espeak`, or `--voice auto` for the best of both",
    )


VOICE = Voice(name="pico", voices=voices, speak=speak)
