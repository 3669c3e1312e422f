"""Piper's models: a voice each, whose configuration beside it names the language."""

from __future__ import annotations

import json
from pathlib import Path

from render.errors import UsageError
from render.voice_models.engine import ModelVoice
from render.voice_models.folder import beside, is_model, models_with

# Of the configuration, after the model's whole name.
COMPANION = ".json"


def installed() -> tuple[ModelVoice, ...]:
    """The models in the user's folder, by name; those without configuration are left out."""
    return tuple(model_at(path) for path in models_with(COMPANION))


def named(voice_name: str) -> tuple[ModelVoice, ...]:
    """The model of that name or file; raises UsageError where its configuration is missing."""
    known = tuple(model for model in installed() if model.name == voice_name)
    path = Path(voice_name)
    return known or ((model_at(path),) if is_model(path) else ())


def model_at(path: Path) -> ModelVoice:
    """The model of a file; raises UsageError where its configuration is missing or broken."""
    configuration = beside(path, COMPANION)
    if not configuration.is_file():
        raise UsageError(
            f"the model '{path}' has no configuration",
            hint=f"its file '{configuration.name}' belongs beside it",
        )
    try:
        told = json.loads(configuration.read_bytes())
        code = told.get("language", {}).get("code") or told["espeak"]["voice"]
    except (ValueError, KeyError, AttributeError) as error:
        raise UsageError(
            f"the configuration of the model '{path}' is broken: {error}",
            hint="copy it again from where the model comes from",
        ) from error
    return ModelVoice(path.stem, str(code).replace("_", "-"), path.resolve())
