"""eSpeak NG: the voice that comes with Lisible, for about 110 languages, with exact word times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from render.cage import Limits, Worker
from render.errors import EngineError
from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo
from render.voices.espeak import catalogue
from render.voices.espeak.catalogue import VoiceFile
from render.voices.espeak.pronouncing import Pronounced, pronounced
from render.voices.espeak.wire import SAMPLE_RATE_HZ, Speech, decode_speeches, encode_order

_Asked = tuple[VoiceFile, Pronounced]

_TARGET = "render.voices.espeak.engine:synthesise"
_MEMORY_BYTES = 2_000_000_000
_CHARACTERS_PER_CALL = 1500
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
    asked = [(catalogue.choose(each.lang, voice_name), pronounced(each)) for each in requests]
    with Worker(bare=True) as worker:
        for batch in _batches(asked):
            for (file, given), (pcm, words) in zip(
                batch, _said(batch, worker, words_per_minute), strict=True
            ):
                if not pcm and any(map(str.isalnum, given.text)):
                    raise EngineError(
                        f"espeak said nothing for '{given.text[:40]}'",
                        hint="try another voice with `--voice`; `lisible voices` lists them",
                    )
                yield Utterance(
                    pcm,
                    SAMPLE_RATE_HZ,
                    f"espeak:{file.name}",
                    given.as_requested(words),
                    given.places,
                )


def _batches(asked: list[_Asked]) -> Iterator[list[_Asked]]:
    """Requests a call can take: a call costs as much as a few words, a crash all of them."""
    batch: list[_Asked] = []
    for each in asked:
        if batch and _characters((*batch, each)) > _CHARACTERS_PER_CALL:
            yield batch
            batch = []
        batch.append(each)
    if batch:
        yield batch


def _said(batch: list[_Asked], worker: Worker, words_per_minute: int) -> Iterator[Speech]:
    order = encode_order(
        str(catalogue.library_path()),
        str(catalogue.data_path()),
        words_per_minute,
        [(file.path, given.text) for file, given in batch],
    )
    wall_s = _WALL_S + _WALL_S_PER_CHARACTER * _characters(batch)
    try:
        reply = worker.call(_TARGET, order, Limits(wall_s, _MEMORY_BYTES))
    except EngineError as error:
        raise EngineError(
            f"the voice 'espeak' failed: {error.message}",
            hint="the other formats are not affected; try another with `--voice`",
        ) from error
    return decode_speeches(reply)


def _characters(batch: Sequence[_Asked]) -> int:
    return sum(len(given.text) for _, given in batch)


VOICE = Voice(name="espeak", voices=voices, speak=speak)
