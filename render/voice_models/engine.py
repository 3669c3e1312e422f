"""A caged engine that speaks with the user's models, as a voice: exact sentences, no word times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import msgspec

from render.cage import Limits, Worker
from render.errors import EngineError, MissingEngineError, UsageError
from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo
from render.voice_models import checksums
from render.voice_models.folder import models_folder

_MEMORY_BYTES = 6_000_000_000
# The first call loads the model.
_WALL_S = 60.0


@dataclass(frozen=True, slots=True)
class ModelVoice:
    """One voice of a model, its language (BCP 47), and what the engine needs to speak with it."""

    name: str
    lang: str
    model: Path
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine that `package` brings, installed by `pip install REQUIREMENT`.

    `synthesise`, run in the cage, gets (text, model, details, words a minute) and gives (PCM,
    sample rate), as MessagePack; a call may take `wall_s_per_character` beyond the loading of
    its model. `installed` are the voices of the user's folder, best first, `named` those of a
    voice's name or a model's file. `adding` is what `lisible voices add` is given.
    """

    name: str
    package: str
    requirement: str
    synthesise: str
    wall_s_per_character: float
    installed: Callable[[], tuple[ModelVoice, ...]]
    named: Callable[[str], tuple[ModelVoice, ...]]
    adding: str


def voice_of(engine: Engine) -> Voice:
    """The engine as a plug-in."""
    return Voice(
        name=engine.name,
        voices=partial(_voices, engine),
        speak=partial(_speak, engine),
        named=partial(_named, engine),
    )


def choose(engine: Engine, lang: str, voice_name: str | None) -> ModelVoice:
    """The named voice if it speaks `lang`, else the best installed, one of its region first.

    Raises UsageError for a name that is no voice, MissingEngineError when none speaks `lang`.
    """
    named = _found(engine, voice_name) if voice_name else ()
    for offered in (named, engine.installed()):
        fitting = [voice for voice in offered if _primary(voice.lang) == _primary(lang)]
        if fitting:
            return min(fitting, key=lambda voice: voice.lang.lower() != lang.lower())
    raise MissingEngineError(
        f"{engine.name} has no voice for the language '{lang}'", hint=_how_to_bring(engine)
    )


def _voices(engine: Engine) -> tuple[VoiceInfo, ...]:
    _require(engine)
    installed = engine.installed()
    if not installed:
        raise MissingEngineError(
            f"the voice '{engine.name}' has no model yet", hint=_how_to_bring(engine)
        )
    return _infos(installed)


def _named(engine: Engine, voice_name: str) -> tuple[VoiceInfo, ...]:
    _require(engine)
    return _infos(_found(engine, voice_name))


def _speak(
    engine: Engine,
    requests: Sequence[SpeechRequest],
    voice_name: str | None,
    words_per_minute: int,
) -> Iterator[Utterance]:
    _require(engine)
    with Worker() as worker:
        for request in requests:
            voice = choose(engine, request.lang, voice_name)
            checksums.verify(voice.model)
            order = (request.text, str(voice.model), voice.details, words_per_minute)
            wall_s = _WALL_S + engine.wall_s_per_character * len(request.text)
            limits = Limits(wall_s, _MEMORY_BYTES)
            try:
                reply = worker.call(engine.synthesise, msgspec.msgpack.encode(order), limits)
            except EngineError as error:
                raise EngineError(
                    f"the voice '{engine.name}' failed: {error.message}",
                    hint="the other formats are not affected; try another with `--voice`",
                ) from error
            pcm, sample_rate_hz = msgspec.msgpack.decode(reply, type=tuple[bytes, int])
            yield Utterance(pcm, sample_rate_hz, f"{engine.name}:{voice.name}")


def _require(engine: Engine) -> None:
    if find_spec(engine.package) is None:
        raise MissingEngineError(
            f"the voice '{engine.name}' is not installed",
            hint=f"install it with `pip install {engine.requirement}`, or use `--voice espeak`",
        )


def _found(engine: Engine, voice_name: str) -> tuple[ModelVoice, ...]:
    if found := engine.named(voice_name):
        return found
    raise UsageError(
        f"{engine.name} has no voice called '{voice_name}'", hint=_how_to_bring(engine)
    )


def _how_to_bring(engine: Engine) -> str:
    return (
        f"bring a model with `lisible voices add {engine.adding}` (into '{models_folder()}'), "
        f"or name the file: `--voice {engine.name}:PATH.onnx`"
    )


def _infos(voices: tuple[ModelVoice, ...]) -> tuple[VoiceInfo, ...]:
    return tuple(VoiceInfo(voice.name, voice.lang, exact_words=False) for voice in voices)


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()
