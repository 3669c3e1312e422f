"""The Piper engine: exact sentences, words estimated, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec

import msgspec

from render.cage import Limits, Worker
from render.errors import EngineError, MissingEngineError
from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo
from render.voices.piper import checksums, models

_TARGET = "render.voices.piper.engine:synthesise"
_MEMORY_BYTES = 6_000_000_000
# The first call loads the model; a core needs 0.09 s for a second of sound (measured).
_WALL_S, _WALL_S_PER_CHARACTER = 60.0, 0.1
_INSTALL = "install it with `pip install piper-tts`, or use `--voice espeak`"


def voices() -> tuple[VoiceInfo, ...]:
    """The models in the user's folder; raises MissingEngineError when Piper is not installed."""
    _require()
    return tuple(
        VoiceInfo(name=model.name, lang=model.lang, exact_words=False)
        for model in models.installed()
    )


def speak(
    requests: Sequence[SpeechRequest], voice_name: str | None, words_per_minute: int
) -> Iterator[Utterance]:
    """One utterance for each request; `voice_name` is a model's name or its file.

    Raises MissingEngineError when no model speaks a language, EngineError when it fails or
    its model has changed since it was added.
    """
    _require()
    with Worker() as worker:
        for request in requests:
            model = models.choose(request.lang, voice_name)
            checksums.verify(model.path)
            order = (request.text, str(model.path), words_per_minute)
            wall_s = _WALL_S + _WALL_S_PER_CHARACTER * len(request.text)
            limits = Limits(wall_s, _MEMORY_BYTES)
            try:
                reply = worker.call(_TARGET, msgspec.msgpack.encode(order), limits)
            except EngineError as error:
                raise EngineError(
                    f"the voice 'piper' failed: {error.message}",
                    hint="the other formats are not affected; try another with `--voice`",
                ) from error
            pcm, sample_rate_hz = msgspec.msgpack.decode(reply, type=tuple[bytes, int])
            yield Utterance(pcm, sample_rate_hz, f"piper:{model.name}")


def _require() -> None:
    if find_spec("piper") is None:
        raise MissingEngineError("the voice 'piper' is not installed", hint=_INSTALL)


VOICE = Voice(name="piper", voices=voices, speak=speak)
