"""A Piper model brought into the user's folder, with its configuration."""

from __future__ import annotations

from pathlib import Path

from render.voice_models import adding
from render.voice_models.adding import Added
from render.voice_models.folder import beside
from render.voice_models.sources import bring, with_suffix_more
from render.voices.piper.models import COMPANION, model_at

_HINT = "a Piper model needs its .json beside it; a Kokoro model comes with `--voices FILE.bin`"


def add(source: str, sha256: str | None = None) -> Added:
    """Bring the model at a path or http(s) address, with its `.json` beside it.

    Raises as `render.voice_models.adding.add` does.
    """

    def complete(model: Path) -> Path:
        configuration = beside(model, COMPANION)
        bring(with_suffix_more(source, COMPANION), configuration, hint=_HINT)
        model_at(model)
        return configuration

    path, found = adding.add(source, sha256, complete)
    model = model_at(path)
    return Added(f"piper:{model.name}", (model.lang,), path, found)
