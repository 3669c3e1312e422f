"""Kokoro's models: many voices each, in a pack that stands beside the model."""

from __future__ import annotations

from pathlib import Path

from render.errors import UsageError
from render.voice_models.engine import ModelVoice
from render.voice_models.folder import beside, is_model, models_with
from render.voices.kokoro.languages import by_merit, language_of
from render.voices.kokoro.pack import voice_names

# Of the pack, after the model's whole name.
COMPANION = ".voices"


def installed() -> tuple[ModelVoice, ...]:
    """The voices of the models in the user's folder, called MODEL/VOICE; the best come first."""
    return tuple(voice for path in models_with(COMPANION) for voice in voices_at(path))


def named(voice_name: str) -> tuple[ModelVoice, ...]:
    """What MODEL/VOICE, MODEL or VOICE names; MODEL may be the path of a file.

    Raises UsageError for a file without voices.
    """
    if is_model(path := Path(voice_name)):
        return voices_at(path)
    if is_model(path.parent):
        return tuple(voice for voice in voices_at(path.parent) if _id(voice) == path.name)
    return tuple(
        voice for voice in installed() if voice_name in (voice.name, voice.model.stem, _id(voice))
    )


def voices_at(model: Path) -> tuple[ModelVoice, ...]:
    """The voices of a model whose language can be said; raises UsageError where it has no pack."""
    pack = beside(model, COMPANION)
    if not pack.is_file():
        raise UsageError(
            f"the model '{model}' has no voices",
            hint=f"add it with `lisible voices add {model.name} --voices FILE.bin`",
        )
    return tuple(
        ModelVoice(
            f"{model.stem}/{name}",
            language.lang,
            model.resolve(),
            (str(pack.resolve()), name, language.espeak),
        )
        for name in sorted(voice_names(pack), key=by_merit)
        if (language := language_of(name))
    )


def _id(voice: ModelVoice) -> str:
    return voice.name.rpartition("/")[2]
