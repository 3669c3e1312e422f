"""The best installed voice for each language: each request to the engine that says it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from render import plugins
from render.errors import MissingEngineError, UsageError
from render.plugins import SpeechRequest, Utterance, Voice, VoiceInfo

# A model the user brought, the one that is ten times as fast before, then by how well they are
# understood: word errors of a recogniser were 1.8 % and 6.4 %.
_ENGINES = ("piper", "kokoro", "pico", "espeak")


def voices() -> tuple[VoiceInfo, ...]:
    """For each language the first voice of the engine that it chooses, under that engine's name."""
    chosen: dict[str, VoiceInfo] = {}
    for engine, infos in _installed():
        for info in infos:
            best = VoiceInfo(f"{engine.name}:{info.name}", info.lang, info.exact_words)
            chosen.setdefault(_primary(info.lang), best)
    return tuple(chosen.values())


def speak(
    requests: Sequence[SpeechRequest], voice_name: str | None, words_per_minute: int
) -> Iterator[Utterance]:
    """One utterance for each request, in order; each says which engine and voice made it.

    Raises MissingEngineError for a language that no installed engine speaks.
    """
    if voice_name is not None:
        raise UsageError(
            f"the voice 'auto' chooses by itself, so it cannot be '{voice_name}'",
            hint="name an engine: `--voice espeak:fr`",
        )
    known = _installed()
    chosen = [_engine_for(request.lang, known) for request in requests]
    with ExitStack() as held:
        utterances = {
            engine.name: held.enter_context(
                engine.speaking(
                    [each for each, its in zip(requests, chosen, strict=True) if its is engine],
                    None,
                    words_per_minute,
                )
            )
            for engine in {id(engine): engine for engine in chosen}.values()
        }
        for engine in chosen:
            yield next(utterances[engine.name])


def _installed() -> list[tuple[Voice, tuple[VoiceInfo, ...]]]:
    found = []
    for name in _ENGINES:
        try:
            engine: Voice = plugins.find("voices", name)
            found.append((engine, engine.voices()))
        except MissingEngineError:
            continue
    if not found:
        raise MissingEngineError(
            "no voice is installed",
            hint="install one with `pip install 'lisible[audio]'`, or leave audio out with `--to`",
        )
    return found


def _engine_for(lang: str, known: list[tuple[Voice, tuple[VoiceInfo, ...]]]) -> Voice:
    primary = _primary(lang)
    for engine, infos in known:
        if any(_primary(info.lang) == primary for info in infos):
            return engine
    raise MissingEngineError(
        f"no installed voice speaks the language '{lang}'", hint="`lisible voices` lists them"
    )


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()


VOICE = Voice(name="auto", voices=voices, speak=speak)
